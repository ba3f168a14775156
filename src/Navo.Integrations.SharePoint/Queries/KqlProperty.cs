namespace Navo.Integrations.SharePoint;

/// <summary>A managed property of the tenant's own, read as what it holds.</summary>
/// <remarks>The service knows the type of the property; it finds nothing, or refuses the query, where it is read as another.</remarks>
public sealed class KqlProperty
{
    internal KqlProperty(string name)
    {
        Name = name;
        Text = new(name);
        Number = new(name);
        Time = new(name);
        Flag = new(name, "=", KqlLiteral.Flag);
    }

    /// <summary>The name of the property.</summary>
    public string Name { get; }

    /// <summary>A property of the type Text.</summary>
    public KqlTextField Text { get; }

    /// <summary>A property of the type Integer, Decimal or Double.</summary>
    public KqlNumberField Number { get; }

    /// <summary>A property of the type Date and Time.</summary>
    public KqlTimeField Time { get; }

    /// <summary>A property of the type Yes/No.</summary>
    public KqlField<bool> Flag { get; }
}
