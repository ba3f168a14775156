namespace Navo.Integrations.EnterpriseGpt;

/// <summary>What a thing is that a question names.</summary>
public enum QueryEntityKind
{
    /// <summary>Something else, or it cannot be told.</summary>
    Other = 0,

    /// <summary>A person.</summary>
    Person,

    /// <summary>A team or department.</summary>
    Team,

    /// <summary>A product.</summary>
    Product,

    /// <summary>A project.</summary>
    Project,

    /// <summary>A place.</summary>
    Place,

    /// <summary>A date or a span of time.</summary>
    Date,

    /// <summary>A system or a service.</summary>
    System,
}
