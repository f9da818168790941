using System.Collections.Immutable;
using Finsam.Documents.Pdf;
using static Finsam.Documents.Pdf.PdfPart;

namespace Finsam.Documents.Tests.Pdf;

/// <summary>The three documents the writer is for: what was sent, what is asked, and a form to fill in by hand. The association and the initiative are
/// public (Samordningsförbund Gävleborg 2023); the answers are made up.</summary>
internal static class SamplePdf
{
    public static readonly DateTimeOffset Date = new(2024, 1, 31, 14, 5, 0, TimeSpan.FromHours(1));

    private const string Story =
        "Under året har insatsen tagit emot deltagare från Arbetsförmedlingen, Försäkringskassan, kommunen och regionen. De flesta har varit borta från arbetslivet "
        + "länge, och många har inte haft någon som sett till hela deras situation. Vi har arbetat i små grupper med två coacher, och varje deltagare har haft en "
        + "egen plan som följts upp var fjärde vecka.\n\nDet som har fungerat bäst är trepartssamtalen med arbetsgivare. Det som har varit svårast är att hitta "
        + "platser för dem som behöver börja med några timmar i veckan.";

    /// <summary>A document with the parts, and nothing else of note.</summary>
    public static PdfDocumentContent With(params ReadOnlySpan<PdfPart> parts) => new()
    {
        Title = "Rapport för helår 2023",
        AssociationName = "Samordningsförbund Gävleborg",
        FooterText = "Inskickad 2024-01-31",
        Parts = [.. parts],
    };

    public static PdfDocumentContent Sent { get; } = new()
    {
        Title = "Rapport för helår 2023: Ett hållbart arbetsliv, Hofors",
        AssociationName = "Samordningsförbund Gävleborg",
        FooterText = "Inskickad onsdag 31 januari 2024 kl. 14.05 av Åsa Öberg, insatsledare. Version 3.",
        Parts =
        [
            new Paragraph("Det här är en kopia av det som skickades in. Behöver något ändras, hör av dig till förbundet så öppnas rapporten igen.", PdfTextStyle.Lead),
            new Heading(1, "Om insatsen"),
            new LabelledValue("Insatsägare", "Hofors kommun"),
            new LabelledValue("Period", "2023-01-01 – 2023-12-31"),
            new LabelledValue("Kontaktperson", "Åsa Öberg, insatsledare"),
            new LabelledValue("Beviljade medel för året, kr", "1 486 000"),
            new LabelledValue("Är insatsen avslutad?", ""),
            new Heading(1, "Deltagare"),
            new Heading(2, "Antal deltagare"),
            new Table(
                "Deltagare under perioden",
                [new(""), new("Kvinnor", true), new("Män", true), new("Annat eller okänt", true), new("Totalt", true)],
                [
                    PdfRow.Of("Deltagare vid årets början", "12", "9", "0", "21"),
                    PdfRow.Of("Nya under året", "18", "14", "1", "33"),
                    PdfRow.Of("Avslutade under året", "15", "11", "0", "26"),
                    new(["Deltagare vid årets slut", "15", "12", "1", "28"], IsTotal: true),
                ]),
            new Heading(2, "Varifrån deltagarna kom"),
            new Choice("Vilka har hänvisat deltagare?", "Kryssa för alla som stämmer.",
            [
                new("Arbetsförmedlingen", true), new("Försäkringskassan", true), new("Kommunen", true), new("Regionen"), new("De anmälde sig själva"),
            ]),
            new Heading(1, "Ekonomi"),
            new Table(
                "Utfall mot budget, kr",
                [new("Kostnad"), new("Budget", true), new("Utfall", true), new("Skillnad", true), new("Kommentar")],
                [
                    PdfRow.Of("Personal", "1 120 000", "1 204 350", "−84 350", "Vikarie under sjukskrivning april–juni."),
                    PdfRow.Of("Lokaler", "180 000", "180 000", "0", ""),
                    PdfRow.Of("Resor och aktiviteter", "96 000", "61 220", "34 780", "Färre studiebesök än planerat."),
                    PdfRow.Of("Övrigt", "90 000", "88 114", "1 886", ""),
                    new(["Summa", "1 486 000", "1 533 684", "−47 684", ""], IsTotal: true),
                ]),
            new Heading(1, "Berätta om året"),
            new LabelledValue("Vad har fungerat bra, och vad har varit svårt?", Story),
            new LabelledValue("Vad har ni lärt er som andra kan ha nytta av?", string.Join("\n\n", Enumerable.Repeat(Story, 3))),
            new Heading(2, "Det viktigaste framåt"),
            new BulletList(["Fler platser för den som börjar med några timmar i veckan.", "En gemensam väg in från regionens primärvård.", "Att uppföljningen fortsätter ett halvår efter avslut, så att vi ser om resultaten håller i sig över tid och inte bara på avslutsdagen."]),
        ],
    };

    public static PdfDocumentContent Form { get; } = new()
    {
        Title = "Det här frågar vi om 2024",
        AssociationName = "Samordningsförbund Gävleborg",
        Parts =
        [
            new Paragraph("Skriv ut och fyll i för hand om det underlättar, eller använd det här som underlag på ett möte. Svaren lämnas i webbformuläret.", PdfTextStyle.Lead),
            new Paragraph("Sista dag är onsdag 31 januari 2025.", PdfTextStyle.Strong),
            new Heading(1, "Deltagare"),
            new Table(
                "Deltagare under perioden",
                [new(""), new("Kvinnor", true), new("Män", true), new("Annat eller okänt", true)],
                [
                    PdfRow.Of("Deltagare vid årets början", "", "", ""), PdfRow.Of("Nya under året", "", "", ""), PdfRow.Of("Avslutade under året", "", "", ""),
                    PdfRow.Of("Deltagare vid årets slut", "", "", ""),
                ],
                ToFillIn: true),
            new AnswerBox("Hur många av de avslutade gick till arbete eller studier?", "Räkna den som fått anställning, startat företag eller börjat studera inom 30 dagar."),
            new Choice("Vilka har hänvisat deltagare?", "Kryssa för alla som stämmer.", [new("Arbetsförmedlingen"), new("Försäkringskassan"), new("Kommunen"), new("Regionen")]),
            new Heading(1, "Berätta om året"),
            new AnswerBox("Vad har fungerat bra?", "Några meningar räcker. Skriv inte namn på deltagare.", 6),
            new AnswerBox("Vad har varit svårt, och vad har ni gjort åt det?", "", 6),
            new AnswerBox("Vad har ni lärt er som andra kan ha nytta av?", "", 8),
        ],
    };

    /// <summary>A table of many rows.</summary>
    public static Table Long(int rows) => new(
        "Utbetalningar",
        [new("Mottagare"), new("Dag"), new("Belopp", true)],
        [.. Enumerable.Range(1, rows).Select(i => PdfRow.Of($"Mottagare {i}", "2023-06-30", "1 486 123"))]);

    /// <summary>A table of many columns.</summary>
    public static Table Wide(int columns) => new(
        "Månader",
        [new("Verksamhet"), .. Enumerable.Range(1, columns).Select(i => new PdfColumn($"Månad{i}", true))],
        [PdfRow.Of(["Arbetsförmedlingen", .. Enumerable.Range(1, columns).Select(i => $"{1_000_000 + i}")])]);

    public static ImmutableArray<PdfPart> EveryPart(string text) =>
    [
        new Heading(1, text), new Heading(2, text), new Heading(3, text),
        new Paragraph(text), new Paragraph(text, PdfTextStyle.Lead), new Paragraph(text, PdfTextStyle.Help), new Paragraph(text, PdfTextStyle.Strong),
        new LabelledValue(text, text), new LabelledValue("Kort", text), new LabelledValue(text, "Kort"),
        new BulletList([text, text]),
        new Table(text, [new(text), new(text, true), new(text)], [PdfRow.Of(text, text, text), new([text, text, text], IsTotal: true)]),
        new Table(text, [new(text), new(text, true)], [PdfRow.Of(text, text)], ToFillIn: true),
        new AnswerBox(text, text, 3),
        new Choice(text, text, [new(text, true), new(text)]),
    ];
}
