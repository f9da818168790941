namespace Finsam.Browser.Tests.Catalogue;

/// <summary>What is in the way.</summary>
public static class ProblemStates
{
    /// <summary>The states.</summary>
    public static IReadOnlyList<PageState> All { get; } =
    [
        new("länken går inte att öppna, okänd", async scene => await OpenAsync(scene, "/r/okand")),
        new("länken går inte att öppna, stängd", async scene => await (await scene.Sites.Ended).OpenFormAsync(scene.Visit, "ljusdal")),
        new("öppna från mejlet", async scene => await OpenAsync(scene, "/rapport/gavleborg/2023-helar/hofors")),
        new("logga in", async scene => await OpenAsync(scene, "/oversikt")),
        new("sidan finns inte", async scene => await scene.ChefOpensAsync(await scene.Sites.Imported, "/oversikt/finns-inte")),
    ];

    private static async Task OpenAsync(Scene scene, string path) =>
        await scene.Page.GotoAsync(new Uri((await scene.Sites.Imported).Instance.Address, path).ToString());
}
