using Finsam.Domain.History;
using Finsam.Domain.Participants;
using Finsam.Domain.Scopes;

namespace Finsam.Domain.Tests.History;

public sealed class PublishedHistoryTests
{
    private static readonly PublishedHistory History = new()
    {
        Documents =
        [
            new PublishedDocument("ar-2022", "Årsredovisning 2022", 2022) { Adopted = new DateOnly(2023, 3, 24) },
            new PublishedDocument("ar-2023", "Årsredovisning 2023", 2023) { Adopted = new DateOnly(2024, 2, 26) },
            new PublishedDocument("utkast-2022", "Utkast 2022", 2022),
        ],
        Figures =
        [
            Figure(2022, 193, "ar-2022"), Figure(2022, 190, "ar-2023"), Figure(2022, 188, "utkast-2022"),
            Figure(2021, 178, "ar-2022"), Figure(2021, 179, "ar-2023"),
            Figure(2022, 90, "ar-2022") with { Gender = Gender.Woman },
        ],
    };

    [Fact]
    public void The_comparison_of_record_is_the_document_that_was_adopted_for_the_year() => Assert.Equal(193m, History.Find("deltagare", 2022)!.Value);

    [Fact]
    public void Without_one_it_is_the_latest_adopted() => Assert.Equal(179m, History.Find("deltagare", 2021)!.Value);

    [Fact]
    public void Kon_scope_and_year_are_told_apart_and_what_was_not_published_is_not_there()
    {
        Assert.Equal(90m, History.Find("deltagare", 2022, gender: Gender.Woman)!.Value);
        Assert.Null(History.Find("deltagare", 2022, gender: Gender.Man));
        Assert.Null(History.Find("deltagare", 2022, scope: Scope.Initiative));
        Assert.Null(History.Find("deltagare", 2020));
        Assert.Null(History.Find("nya", 2022));
    }

    [Fact]
    public void A_figure_of_other_dates_is_found_only_where_there_is_no_other()
    {
        var cohort = Figure(2020, 11, "ar-2022") with { From = new DateOnly(2020, 1, 1), To = new DateOnly(2021, 6, 30) };
        Assert.Equal(11m, (History with { Figures = [cohort] }).Find("deltagare", 2020)!.Value);
        Assert.Equal(12m, (History with { Figures = [cohort, Figure(2020, 12, "utkast-2022")] }).Find("deltagare", 2020)!.Value);
    }

    private static HistoryFigure Figure(int year, decimal value, string document) => new() { Measure = "deltagare", Year = year, Value = value, Document = document };
}
