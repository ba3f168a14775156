namespace Navo.Integrations.EnterpriseGpt;

/// <summary>How a summary is written.</summary>
public enum SummaryStyle
{
    /// <summary>Running text.</summary>
    Paragraph = 0,

    /// <summary>A list of points.</summary>
    Bullets,

    /// <summary>What a decision rests on: the matter, the decision or recommendation, risks and numbers.</summary>
    Executive,

    /// <summary>Who has to do what by when.</summary>
    ActionItems,

    /// <summary>For people of the trade: interfaces, settings, limits and steps.</summary>
    Technical,
}
