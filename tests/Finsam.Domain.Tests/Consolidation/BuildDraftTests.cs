using System.Collections.Immutable;
using Finsam.Domain.Consolidation;
using Finsam.Domain.Drafts;
using Finsam.Domain.Drafts.Outlines;
using Finsam.Domain.Records;
using Finsam.Domain.Registers;

namespace Finsam.Domain.Tests.Consolidation;

public sealed class BuildDraftTests
{
    [Fact]
    public void Every_placeholder_is_filled_in_wherever_a_text_stands()
    {
        const string text = "{year} {period} {start} {end} {association}";
        const string filled = "2023 helåret 2023 1 januari 2023 31 december 2023 Samordningsförbund Gävleborg";

        var draft = Build(
            Some.Material(Some.Initiative().NotSent()), text,
            new FindingsPart(text), new HeadingPart(1, text), new TextPart(text), new InitiativesPart(text), new OutcomePart(text),
            new ParticipantsPart(text, "deltagare", "deltagit"), new FiguresPart(text, "natt", "chefer"), new GoalsPart(text, "mal", "mal-1"),
            new AppendixPart([new AppendixRow(text, AppendixContent.Name)]));

        Assert.Equal(filled, draft.Title);
        Assert.Equal(filled, draft.Parts.OfType<DraftPart.Heading>().First().Text);
        Assert.Equal(filled, draft.Parts.OfType<DraftPart.Heading>().ElementAt(1).Text);
        Assert.Contains(draft.Parts.OfType<DraftPart.Paragraph>(), p => p.Read() == filled);
        Assert.Equal(5, draft.Parts.OfType<DraftPart.Table>().Count(t => t.Caption == filled));
        Assert.Equal(filled, draft.Parts.OfType<DraftPart.Table>().Last().Rows[0].Cells[0].Text);
    }

    [Fact]
    public void An_unknown_placeholder_stands_as_it_was_written() =>
        Assert.Equal("{år} {0}", Build(Some.Material(), "{år} {0}").Title);

    [Fact]
    public void The_front_page_names_the_association_and_the_version()
    {
        var draft = Build(Some.Material(), "Årsredovisning {year}");

        Assert.Equal(("Årsredovisning 2023", "Samordningsförbund Gävleborg", "Utkast version 2"), (draft.Title, draft.AssociationName, draft.Subtitle));
    }

    [Fact]
    public void Findings_stand_under_an_unnumbered_heading_and_the_heading_goes_when_there_are_none()
    {
        var sent = Some.Initiative("hofors").Granted(1_000).Sent(("ekonomi.utfall", 1_000));

        var parts = Build(Some.Material(sent, Some.Initiative("resan").NotSent()), "T", new FindingsPart("Att se över")).Parts;

        Assert.Equal(new DraftPart.Heading(1, "Att se över", Numbered: false), parts[0]);
        Assert.Equal(ParagraphKind.Notice, Assert.IsType<DraftPart.Paragraph>(parts[1]).Kind);
        Assert.Equal(2, parts.Length);
        Assert.Empty(Build(Some.Material(sent), "T", new FindingsPart("Att se över")).Parts);
    }

    [Fact]
    public void A_heading_on_a_new_page_breaks_the_page_first() =>
        Assert.Equal(
            [new DraftPart.Heading(1, "Först"), new DraftPart.PageBreak(), new DraftPart.Heading(2, "Sedan")],
            Build(Some.Material(), "T", new HeadingPart(1, "Först"), new HeadingPart(2, "Sedan", NewPage: true)).Parts);

    [Fact]
    public void Each_initiatives_sheet_but_the_first_starts_a_page()
    {
        var parts = Build(
            Some.Material(Some.Initiative("a").NotSent(), Some.Initiative("b").NotSent()), "T",
            new AppendixPart([new AppendixRow("Insats", AppendixContent.Name)])).Parts;

        Assert.Equal(["Heading", "Table", "PageBreak", "Heading", "Table"], parts.Select(p => p.GetType().Name));
        Assert.Equal(new DraftPart.Heading(2, "B"), parts[3]);
    }

    [Fact]
    public void The_initiatives_stand_in_the_records_order_with_their_dates()
    {
        var table = Assert.IsType<DraftPart.Table>(Assert.Single(
            Build(Some.Material(Some.Initiative("resan").NotSent(), Some.Initiative("hofors").NotSent()), "T", new InitiativesPart("Insatser")).Parts));

        Assert.Equal([["Resan", "2022-01-01 – 2024-06-30"], ["Hofors", "2022-01-01 – 2024-06-30"]], table.Read());
    }

    [Fact]
    public void A_kept_text_keeps_its_paragraphs_and_its_lists()
    {
        var material = Some.Material();
        var texts = new TextFile { Texts = [new KeptText("malgrupp", "Personer som\nbor i länet och;\n- arbetar\n- studerar\n\nAlla andra.")] };
        var parts = BuildDraft.From(
            material with { Record = material.Record with { Texts = texts } }, new Outline { Id = "o", Title = "T", Parts = [new KeptTextPart("malgrupp")] }, "Utkast").Parts;

        Assert.Equal("Personer som bor i länet och;", Assert.IsType<DraftPart.Paragraph>(parts[0]).Read());
        Assert.Equal(["arbetar", "studerar"], Assert.IsType<DraftPart.List>(parts[1]).Items.Select(item => Assert.IsType<Inline.Text>(Assert.Single(item)).Value));
        Assert.Equal("Alla andra.", Assert.IsType<DraftPart.Paragraph>(parts[2]).Read());
        Assert.Equal(3, parts.Length);
    }

    [Fact]
    public void A_bodys_ordinarie_and_ersattare_are_two_tables()
    {
        RecordPart Seats(SeatKind kind) => new("Styrelse", RecordContent.Seats) { Body = "styrelse", Seats = kind };
        var ids = Build(Some.Material(), "T", Seats(SeatKind.Ordinary), Seats(SeatKind.Deputy)).Parts.OfType<DraftPart.Table>().Select(t => t.Id).ToArray();
        Assert.Equal(ids.Length, ids.Distinct(StringComparer.Ordinal).Count());
    }

    private static DraftDocument Build(PeriodMaterial material, string title, params ImmutableArray<OutlinePart> parts) =>
        BuildDraft.From(material, new Outline { Id = "o", Title = title, Parts = parts }, "Utkast version 2");
}
