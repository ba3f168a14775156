namespace Navo.Integrations.Confluence.Mapping.Storage;

/// <summary>The kind of body at which a macro's renderer finds the reader.</summary>
internal enum MacroBody
{
    None,
    Rich,
    Plain,
}
