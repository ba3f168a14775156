namespace Navo.Integrations.Core.Tests.Sync;

/// <summary>The algorithms of comparable systems, kept as examples: each of them loses or removes what this sync does not. A model that let them pass would prove nothing.</summary>
public sealed class NaiveSyncTests
{
    [Fact]
    public void Paging_by_numbers_over_a_list_that_shifts_loses_an_item()
    {
        ModelTenant tenant = Filled(6);
        HashSet<string> seen = [.. tenant.Items.Keys.Take(3)];
        tenant.Delete("001");
        seen.UnionWith(tenant.Items.Keys.Skip(3).Take(3));
        Assert.Contains("004", tenant.Items.Keys.Except(seen));
    }

    [Fact]
    public void Deleting_what_an_aborted_listing_did_not_show_removes_what_is_there()
    {
        ModelTenant tenant = Filled(6);
        string[] copy = [.. tenant.Items.Keys];
        string[] listedBeforeTheAbort = [.. tenant.Items.Keys.Take(3)];
        Assert.Equal(3, copy.Except(listedBeforeTheAbort).Count(tenant.Items.ContainsKey));
    }

    [Fact]
    public void Dropping_the_position_of_an_empty_page_reads_everything_again()
    {
        ModelTenant tenant = Filled(6);
        int afterFirstRun = tenant.Log.Count;
        int? kept = tenant.Log.Skip(afterFirstRun).Any() ? tenant.Log.Count : null; // "nothing came, so nothing is saved"
        Assert.Equal(6, tenant.Log.Skip(kept ?? 0).Count());
    }

    [Fact]
    public void A_time_as_the_position_loses_what_the_index_shows_late()
    {
        (string Id, int At, int Visible)[] edits = [("early", 10, 30), ("late", 20, 20)];
        int watermark = edits.Where(edit => edit.Visible <= 25).Max(edit => edit.At);
        Assert.DoesNotContain(edits.Where(edit => edit.Visible <= 40 && edit.At > watermark), edit => edit.Id == "early");
    }

    private static ModelTenant Filled(int items)
    {
        ModelTenant tenant = new();
        for (int i = 0; i < items; i++)
        {
            tenant.Create("A");
        }

        return tenant;
    }
}
