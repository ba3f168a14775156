namespace Handbook.Tests;

/// <summary>A page of the handbook, in the shape in which it is told. Where the handbook can't say who may see it, <c>Readers</c> is null.</summary>
internal sealed record HandbookPage(string Id, string Title, string Text, string Version, string[]? Readers);
