using System.Collections.Immutable;
using System.Globalization;

namespace Finsam.App.Reminders.Wording;

/// <summary>Writes a mail's text part, complete by itself. A button's address stands alone on its line, where no mail program breaks it.</summary>
internal static class TextPart
{
    public static string Write(IEnumerable<MailBlock> blocks) => string.Join("\n\n", blocks.Select(Block)) + "\n";

    private static string Block(MailBlock block) => block switch
    {
        MailBlock.Paragraph(var runs) => Runs(runs),
        MailBlock.Heading(var runs) => Runs(runs),
        MailBlock.List(var items, var isOrdered) => string.Join('\n', items.Select((item, i) =>
            Indented(string.Join('\n', item.Select(Block)), isOrdered ? (i + 1).ToString(CultureInfo.InvariantCulture) + ". " : "- "))),
        MailBlock.Quote(var blocks) => "> " + string.Join("\n\n", blocks.Select(Block)).Replace("\n", "\n> ", StringComparison.Ordinal),
        MailBlock.Line => "---",
        MailBlock.Button(var words, var address) => $"{words}:\n{address.AbsoluteUri}",
        _ => "",
    };

    private static string Indented(string text, string mark) => mark + text.Replace("\n", "\n" + new string(' ', mark.Length), StringComparison.Ordinal);

    // An address that is written out is not written twice.
    private static string Runs(ImmutableArray<MailRun> runs) => string.Concat(runs.Select(run =>
        run.Address is not { } address || address.AbsoluteUri == run.Words || address.AbsoluteUri == "mailto:" + run.Words ? run.Words : $"{run.Words} <{address.AbsoluteUri}>"));
}
