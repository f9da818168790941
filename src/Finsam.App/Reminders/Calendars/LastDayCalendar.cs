using System.Globalization;
using System.Text;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;

namespace Finsam.App.Reminders.Calendars;

/// <summary>Writes a last day as a calendar file (RFC 5545): an all-day entry that blocks no time, and that a later file about the same report replaces.</summary>
/// <remarks>Published, not requested: a calendar then asks for no answer. It holds no link, since calendars are shared.</remarks>
public static class LastDayCalendar
{
    /// <summary>What the file is.</summary>
    public const string MediaType = "text/calendar; charset=utf-8; method=PUBLISH";

    private const int LongestLine = 75;

    /// <summary>The file, to go with a mail.</summary>
    public static MailAttachment Of(LastDay day) => new(CalendarTexts.FileName, MediaType, [.. Write(day)]);

    /// <summary>The file's bytes.</summary>
    public static byte[] Write(LastDay day)
    {
        var calendar = new Ical.Net.Calendar { ProductId = "-//Finsam//Rapportering//SV", Method = CalendarMethods.Publish };
        calendar.Events.Add(EventOf(day));
        return Folded(new CalendarSerializer().SerializeToString(calendar) ?? throw new InvalidOperationException("An entry cannot be written."));
    }

    /// <summary>The entry's identity, the same in every file about the report.</summary>
    public static string UidOf(Domain.Reports.ReportKey report) => $"{report.Association}.{report.Period}.{report.Initiative}@finsam";

    private static CalendarEvent EventOf(LastDay day) => new()
    {
        Uid = UidOf(day.Report),
        Sequence = day.Sequence,
        DtStamp = new CalDateTime(day.Written.UtcDateTime, "UTC"),
        Start = new CalDateTime(day.Date),

        // Exclusive: the day after.
        End = new CalDateTime(day.Date.AddDays(1)),
        Summary = Plain(Say(CalendarTexts.Summary, day.Initiative, day.Period)),
        Description = Plain(Say(CalendarTexts.Description, day.Initiative, day.Period, day.Association)),
        Organizer = new Organizer("mailto:" + day.Organizer) { CommonName = Quotable(day.Association) },
        Status = day.IsWithdrawn ? EventStatus.Cancelled : EventStatus.Confirmed,
        Transparency = TransparencyType.Transparent,
    };

    // RFC 5545 has no way to write other controls than the line break.
    private static string Plain(string text) => new([.. text.ReplaceLineEndings("\n").Where(c => c == '\n' || !char.IsControl(c))]);

    // A parameter's value stands between quotes and can hold none.
    private static string Quotable(string text) => new([.. text.Where(c => c != '"' && !char.IsControl(c))]);

    // The library folds by characters; the standard counts octets, and a character must not be cut.
    private static byte[] Folded(string text)
    {
        using var bytes = new MemoryStream();
        foreach (var line in text.ReplaceLineEndings("\n").Replace("\n ", "", StringComparison.Ordinal).Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var length = 0;
            foreach (var rune in line.EnumerateRunes())
            {
                if (length + rune.Utf8SequenceLength > LongestLine)
                {
                    bytes.Write("\r\n "u8);
                    length = 1;
                }

                bytes.Write(Encoding.UTF8.GetBytes(rune.ToString()));
                length += rune.Utf8SequenceLength;
            }

            bytes.Write("\r\n"u8);
        }

        return bytes.ToArray();
    }

    private static string Say(string text, params object?[] arguments) => string.Format(CultureInfo.InvariantCulture, text, arguments);
}
