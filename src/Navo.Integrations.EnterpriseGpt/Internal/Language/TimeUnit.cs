namespace Navo.Integrations.EnterpriseGpt.Internal.Language;

internal enum TimeUnit
{
    None = 0,
    Day,
    Week,
    Month,
    Quarter,
    Year,
}
