namespace Navo.Integrations.Testing.SharePoint.Model;

/// <summary>To whom a <see cref="GraphGrant"/> gives access.</summary>
public enum GraphGrantKind
{
    /// <summary>A user of the directory.</summary>
    User,

    /// <summary>A group of the directory.</summary>
    Group,

    /// <summary>A group of the site.</summary>
    SiteGroup,

    /// <summary>A claim, such as everyone except external users.</summary>
    Claim,

    /// <summary>An application.</summary>
    Application,

    /// <summary>Whoever has a link.</summary>
    Link,
}
