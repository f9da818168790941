using Finsam.Domain.Drafts;
using static Finsam.Domain.Drafts.DraftPart;

namespace Finsam.Documents.Tests.Word;

/// <summary>A draft with all a real one has, after Samordningsförbund Gävleborg's årsredovisning 2023 (public).</summary>
internal static class SampleDraft
{
    public static DraftIdentity Identity { get; } = new("gavleborg/2023-arsredovisning", 2);

    public static DraftDocument Document { get; } = new()
    {
        Title = "Årsredovisning 2023",
        AssociationName = "Samordningsförbund Gävleborg",
        Subtitle = "Utkast version 2, 2024-02-06",
        Parts =
        [
            new Heading(1, "Ordförande har ordet", Numbered: false),
            Paragraph.Of("Det senaste året var det första året när verksamheten inte påverkades i någon nämnvärd grad av pandemin, vilket ur många aspekter måste ses som positivt. Verksamheten har som samhället i stort förändrats, men i stora delar gått tillbaka till hur den fungerade före 2020."),
            Paragraph.Of("Även för 2023 var den största utgiftsposten Trisam. Det är glädjande att de flesta av länets hälsocentraler, såväl regionens som privata, är engagerade och aktiva i detta arbete. I samband med den nationella Finsamkonferensen i april genomfördes ett seminarium kring Trisam, något som visar på att det finns ett nationellt intresse för vår verksamhet."),
            Paragraph.Of("Rent finansiellt hade förbundet större intäkter än utgifter, det finns således utrymme för att finansiera ytterligare verksamhet. Det är den uttalade meningen från styrelsen att förbundet aktivt ska stärka samarbetet med kommunerna för att påvisa hur den enskilda kommunen kan få ett ökat värde i ett nära samarbete."),
            new PageBreak(),
            new Heading(1, "Förvaltningsberättelse"),
            Paragraph.Of("Årsredovisningen innehåller en översiktlig redogörelse av resultat och verksamhetsutveckling samt en redovisning av det ekonomiska utfallet för räkenskapsåret 2023. Alla belopp redovisas i tkr om inte annat anges."),
            new Heading(2, "Om förbundet"),
            new Heading(3, "Uppdrag", Numbered: false),
            Paragraph.Of("De verksamheter som förbundet finansierar kompletterar myndigheternas ordinarie verksamhet och bedrivs av dess medlemmar. I första hand finansieras insatser som har som mål att personer med behov av samordnad rehabilitering får eller närmar sig arbete."),
            new Heading(3, "Mål i verksamhetsplan 2023", Numbered: false),
            List.Of(
                [
                    "Våra insatser leder till att personer uppnår arbetsförmåga eller förbättrar sin förmåga att utföra arbete.",
                    "Stödja och utveckla samverkansstrukturer inom området samordnad rehabilitering i länet.",
                    "Stödja metodutveckling och spridning av goda exempel och lösningar mellan parter och över länet.",
                    "Verksamhet i ekonomisk balans.",
                ],
                numbered: true),
            new Heading(2, "Översikt över verksamhetens utveckling"),
            FiveYears,
            Paragraph.Of("Försäkringskassan tilldelas varje år ett anslag för finansiell samordning. Baserat på invånarantal (25 %) och försörjningsmått (75 %) görs en fördelning av medel mellan samordningsförbunden i landet. För 2023 äskade förbundet 9 460 tkr."),
            new Heading(2, "Viktiga förhållanden för resultat och ekonomisk ställning"),
            new Paragraph(
            [
                new Inline.Text("Under 2023 har förbundet finansierat rehabiliteringsinsatser för "),
                new Inline.Figure("11 773 tkr", 11773m, Outcome("summa")),
                new Inline.Text(", vilket är en ökning från 2022 med "),
                new Inline.Figure("421 tkr", 421m, new FigureSource(["rapport/2023-helar/summa#ekonomi.utfall", "historik/2022#ekonomi.utfall"])),
                new Inline.Text(". Förbrukningsgraden för beviljade insatser var "),
                new Inline.Figure("95 %", 0.95m, Outcome("summa")),
                new Inline.Text(". "),
                new Inline.Text("Inga pensionsavsättningar finns.", Bold: true),
            ]),
            Paragraph.Of("En insats har ett utfall över beviljade medel: Ett hållbart arbetsliv, Hofors (114 %). Kommentar saknas.", ParagraphKind.Notice),
            OutcomeTable,
            new Heading(2, "Händelser av väsentlig betydelse"),
            Paragraph.Of("På uppmaning från Nationella rådet har förbundsordningen reviderats från och med 2023. Alla medlemmar har numera en ordinarie ledamot och en personlig ersättare i styrelsen. Under 2023 har två nya insatser startat, Connect i Bollnäs samt Dans för hälsa i Gävle."),
            new Heading(2, "God ekonomisk hushållning och måluppfyllelse"),
            new Heading(3, "Målgrupper"),
            Paragraph.Of("Samordningsförbundets insatser riktar sig till personer i åldrarna 16–64 år som"),
            List.Of(
            [
                "är i behov av samordnade insatser för inträde eller återgång till arbetsmarknaden eller annan varaktig försörjning",
                "är i behov av samordnade förebyggande insatser.",
            ]),
            new Heading(4, "Individer som har behov av samordnad rehabilitering"),
            Paragraph.Of("Övriga insatser för individer har nått totalt 212 personer med följande fördelning."),
            ParticipantsTable,
            Paragraph.Of("Uppgift om kön saknas för två insatser. Summan per kön är därför inte lika med antalet deltagare.", ParagraphKind.Notice),
            new Heading(3, "Måluppfyllelse per insats"),
            Paragraph.Of("Sammanställning av insatsernas rapporter. En utförligare beskrivning finns i bilagan."),
            List.Of(["Ett hållbart arbetsliv, Hofors: uppfylld", "Rätt till rätt, Gävle: uppfylld", "Connect, Bollnäs: uppfylld till övervägande del"], numbered: true),
            new PageBreak(),
            new Heading(1, "Bilaga: insatsernas mål och resultat"),
            Sheet(
                "resan", "RESAN – Söderhamn", "Kartläggning av individer", "2022-01-01 – 2023-12-31",
                "Insatsen syftar till att stödja sjukskrivna med försörjningsstöd till egen försörjning.",
                "Minst 50 kvinnor och män identifierade via Trisam ska delta.\nAlla kvinnor och män ska efter genomgången insats ha fått sin rehabiliteringspotential utredd, arbetsförmåga klargjord samt identifierat vad som är nästa steg för att nå egen försörjning.\nArbetsförmågebedömningen ska leda till att kvinnor och män tar steg mot egen försörjning.",
                "1 243 tkr", "1 219 tkr", "Söderhamns kommun, Arbetsmarknadsenheten i samverkan med Socialförvaltningen",
                "Totalt 51 personer har deltagit i insatsen, 26 kvinnor, 25 män.\nSamtliga som deltagit har fått bedömning av arbetsförmåga och rehabiliteringsbehov. 8 % har dock avbrutit insatsen på grund av flytt.\nEfter insats 22 % till egen försörjning: 12 % arbete, 10 % sjuk- eller aktivitetsersättning.",
                "Uppfyller upprättade mål."),
            Sheet(
                "ehal-ljusdal", "Ett hållbart arbetsliv – Ljusdal", "Individ – rehabilitering mot arbete eller utbildning", "2022-01-01 – 2024-03-31",
                "Utveckla stöd mot arbetslivet för personer med psykisk ohälsa genom att öka samordning mellan myndigheter och att tillämpa metoden Supported Employment / Individual Placement and Support. En coach utbildad i metodiken arbetar med personerna.",
                "Ge stöd till 50–60 personer (50 % kvinnor, 50 % män).\nMinst 40 % av deltagarna går vidare till anställning eller studier.\nPersonerna som deltar upplever vid avslut att de fått stöd som varit till nytta.\nUtbilda två medarbetare inom Arbetsmarknads- och socialförvaltningen till SE-coacher samt 25 chefer, beslutsfattare och operativa medarbetare i grundläggande SE/IPS.",
                "1 038 tkr", "891 tkr", "Ljusdals kommun",
                "År 2023 har totalt 24 deltagare skrivits in i insatsen, 15 kvinnor, 9 män.\n14 deltagare har under året avslutat insatsen, 11 kvinnor, 3 män. Utfall: 21 % arbete.\n67 % av avslutade deltagare upplever vid avslut att de fått stöd som varit till nytta.\n25 medarbetare, chefer och beslutsfattare har genomgått utbildning i metoden i april 2022.",
                "Uppfyller till viss del upprättade mål."),
        ],
    };

    public static Table FiveYears => new(
        "oversikt",
        "Översikt, fem år",
        [new("Tkr", Width: 3), Figures("2023"), Figures("2022"), Figures("2021"), Figures("2020"), Figures("2019")],
        [
            new(["Verksamhetens intäkter", "18 920", "13 320", "13 320", "13 401", "13 319"]),
            new(["Verksamhetens kostnader", "−15 496", "−14 626", "−14 717", "−13 616", "−8 432"]),
            new(["Årets resultat", "3 424", "−1 306", "−1 397", "−215", "4 887"], RowKind.Total),
            new(["Soliditet", "68 %", "53 %", "60 %", "65 %", "74 %"], RowKind.Aside),
            new(["Antal anställda", "2", "3", "3", "4", "3"], RowKind.Aside),
        ],
        []);

    public static Table OutcomeTable => new(
        "utfall-insatser",
        "Utfall för beviljade insatser 2023",
        [new("Insats", Width: 4), Figures("Utfall 2023, tkr", 2), Figures("Budget 2023, tkr", 2), Figures("Förbrukade medel, andel av budget", 2), new("Kommentar", Width: 5)],
        [
            Row("mysam", "Mysam koordinator", 305, 309, "99 %"),
            Row("ehal-ovanaker", "Ett hållbart arbetsliv, Ovanåker", 567, 644, "88 %"),
            Row("ehal-hofors", "Ett hållbart arbetsliv, Hofors", 201, 176, "114 %"),
            Row("ehal-ljusdal", "Ett hållbart arbetsliv, Ljusdal", 891, 1038, "86 %", "Lägre personalkostnader än beräknat."),
            Row("resan", "Resan, Söderhamn", 1219, 1243, "98 %"),
            Row("fontanhus", "Fontänhus, Sandviken", 259, 279, "93 %"),
            Row("ratt", "Rätt till rätt, AF", 141, 150, "94 %"),
            Row("karnhuset", "Kärnhuset, Sandviken", 1099, 1273, "86 %", "Lägre personalkostnader än beräknat."),
            Row("connect", "Connect, Bollnäs", 1172, 1284, "91 %"),
            Row("dans", "Dans för hälsa, Gävle", 312, 325, "96 %"),
            Row("utveckling", "Utvecklingsinsatser", 136, 200, "68 %"),
            Row("trisam", "Trisam", 5471, 5479, "100 %", "Styrelsebeslut (2022-11-25, § 90): parterna får ersättning för hela den planerade och budgeterade tiden."),
            new(["Totalt", new TableCell("11 773", 11773m, Outcome("summa")), "12 400", "95 %", "–"], RowKind.Total),
            new(["Budgeterade ej beviljade medel", "–", "4 860", "–", "–"], RowKind.Aside),
        ],
        ["Beloppen är avrundade var för sig. Summan är räknad på oavrundade belopp.", "– betyder att det inte finns någon uppgift."]);

    public static Table ParticipantsTable => new(
        "deltagare",
        "Deltagare i insatser för individer 2023",
        [new("Insats", Width: 4), Figures("Antal deltagare", 2), Figures("Kvinna"), Figures("Man"), Figures("Annat/vill ej uppge kön", 2)],
        [
            new(["Ett hållbart arbetsliv, Hofors", "..", "..", "..", "–"]),
            new(["Ett hållbart arbetsliv, Ovanåker", "19", "7", "12", "–"]),
            new(["Rätt till rätt, Gävle", "65", "uppgift saknas", "uppgift saknas", "–"]),
            new(["Ett hållbart arbetsliv, Ljusdal", "24", "15", "9", "–"]),
            new(["Kärnhuset 2.0, Sandviken", "13", "3", "10", "–"]),
            new(["Connect, Bollnäs", "20", "7", "13", "–"]),
            new(["Resan, Söderhamn", "51", "26", "25", "–"]),
            new(["Dans för hälsa, Gävle", "19", "15", "–", "4"]),
            new(["Totalt", "212", "73", "69", "4"], RowKind.Total),
        ],
        [".. uppgiften visas inte av sekretesskäl."]);

    /// <summary>The sample with other parts.</summary>
    public static DraftDocument With(params DraftPart[] parts) => Document with { Parts = [.. parts] };

    private static FigureSource Outcome(string initiative) => FigureSource.Of($"rapport/2023-helar/{initiative}#ekonomi.utfall");

    private static TableColumn Figures(string header, int width = 1) => new(header, Alignment.Right, width);

    private static TableRow Row(string id, string name, int outcome, int budget, string share, string comment = "–") => new(
    [
        name,
        new TableCell(Tkr(outcome), outcome, Outcome(id)),
        new TableCell(Tkr(budget), budget, FigureSource.Of($"register/insatser/{id}#beviljat.2023")),
        share,
        comment,
    ]);

    private static string Tkr(int amount) => Domain.Formats.SwedishFormat.Number(amount);

    private static Table Sheet(
        string id, string name, string focus, string period, string purpose, string goals, string budget, string outcome, string owner, string results, string comment) => new(
        $"blad-{id}",
        $"Mål och resultat, {name}",
        [new("Uppgift", Width: 1), new("Innehåll", Width: 3)],
        [
            new(["Insatsnamn", name]),
            new(["Inriktning", focus]),
            new(["Period", period]),
            new(["Syfte", purpose]),
            new(["Mål", new TableCell(goals) { Numbered = true }]),
            new(["Budget 2023", budget]),
            new(["Utfall 2023", outcome]),
            new(["Huvudman för insats", owner]),
            new(["Samverkansparter", "Arbetsförmedlingen, Försäkringskassan, Region Gävleborg"]),
            new(["Resultat", new TableCell(results) { Numbered = true }]),
            new(["Kommentar", comment]),
        ],
        [])
        {
            ShowHeader = false,
        };
}
