using System.Text.Json.Nodes;
using Finsam.App.Setup;
using Finsam.Domain.Answers;
using Finsam.Domain.Consolidation;
using Finsam.Domain.Records;

namespace Finsam.Cli.Tests.Drafts;

/// <summary>A draft's material with what people paste at the end of every text: in the record, and in every text that somebody has answered with.</summary>
internal static class HostileMaterial
{
    /// <summary>What shall still be there when the document has become a PDF: nothing in it is blank, so that it is found across lines.</summary>
    public const string Mark = "=1+1<b>&amp;]]>{0}";

    private const string Pasted = " " + Mark + " \"citat\" 'åäö' {deltagare.nya} \0\a\u001b[31m halvt \ud83d par \uffff rad\r\nrad\vrad\u2028rad\tslut";

    // Texts that say what is to be read, and not what somebody has written.
    private static readonly string[] Kept = ["templates", "outlines", "logo", "source"];

    public static PeriodMaterial Of(PeriodMaterial material)
    {
        var json = JsonNode.Parse(RecordJson.Bytes(material.Record))!;
        Paste(json);
        var record = RecordJson.Read<AssociationRecord>(System.Text.Encoding.UTF8.GetBytes(json.ToJsonString()));
        return material with
        {
            Record = record,
            Initiatives =
            [
                .. material.Initiatives.Select(i => i with
                {
                    Initiative = record.FindInitiative(i.Initiative.Id)!,
                    Report = i.Report is not { } report ? null : report with
                    {
                        Initiative = record.FindInitiative(i.Initiative.Id)!,
                        Answers = AnswerSheet.Of(report.Answers.Entries.Select(e => KeyValuePair.Create(
                            e.Key, e.Value is Answer.Text text && IsWords(text.Value) ? new Answer.Text(text.Value + Pasted) : e.Value))),
                    },
                }),
            ],
        };
    }

    private static void Paste(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject properties:
                foreach (var (name, value) in properties.ToArray().Where(p => !Kept.Contains(p.Key)))
                {
                    if (Text(value) is { } text)
                    {
                        properties[name] = text + Pasted;
                    }
                    else
                    {
                        Paste(value);
                    }
                }

                break;
            case JsonArray items:
                for (var i = 0; i < items.Count; i++)
                {
                    if (Text(items[i]) is { } text)
                    {
                        items[i] = text + Pasted;
                    }
                    else
                    {
                        Paste(items[i]);
                    }
                }

                break;
        }
    }

    private static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) && IsWords(text) ? text : null;

    // A name of one word may be an id.
    private static bool IsWords(string text) => text.Contains(' ', StringComparison.Ordinal);
}
