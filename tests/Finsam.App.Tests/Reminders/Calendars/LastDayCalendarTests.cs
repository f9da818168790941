using System.Text;
using Finsam.App.Reminders.Calendars;
using Finsam.Domain.Reports;
using Ical.Net;
using Ical.Net.CalendarComponents;

namespace Finsam.App.Tests.Reminders.Calendars;

public sealed class LastDayCalendarTests
{
    private static readonly LastDay Day = new()
    {
        Report = new ReportKey("gavleborg", "2026-t2", "hofors"),
        Date = new DateOnly(2026, 9, 18),
        Sequence = 7,
        Written = new DateTimeOffset(2026, 9, 1, 8, 0, 5, TimeSpan.FromHours(2)),
        Association = "Samordningsförbund Gävleborg",
        Organizer = "chef@gavleborg.example.org",
        Initiative = "Ett hållbart arbetsliv – Hofors",
        Period = "andra tertialet 2026",
    };

    public static TheoryData<string> HostileNames =>
    [
        "Stöd, samverkan; och \"framtid\" \\ i vardagen",
        "Första raden\r\nBEGIN:VALARM\nATTENDEE:mailto:annan@example.org",
        "Flik\toch\u0007klocka",
        .. Enumerable.Range(40, 40).Select(length => new string('a', length) + "🙂👩‍👩‍👧é"),
        string.Concat(Enumerable.Repeat("åäö–🙂", 60)),
    ];

    [Fact]
    public void A_last_day_is_an_all_day_entry_that_blocks_no_time_and_asks_for_no_answer()
    {
        var entry = Parsed(Day, out var calendar);

        Assert.Equal("PUBLISH", calendar.Method);
        Assert.Equal("gavleborg.2026-t2.hofors@finsam", entry.Uid);
        Assert.True(entry.IsAllDay);
        Assert.Equal((new DateOnly(2026, 9, 18), new DateOnly(2026, 9, 19)), (entry.Start!.Date, entry.End!.Date));
        Assert.Equal(new DateTime(2026, 9, 1, 6, 0, 5, DateTimeKind.Utc), entry.DtStamp!.AsUtc);
        Assert.Equal((7, "CONFIRMED", "TRANSPARENT"), (entry.Sequence, entry.Status, entry.Transparency));
        Assert.Equal("Sista dag för rapporten: Ett hållbart arbetsliv – Hofors, andra tertialet 2026", entry.Summary);
        Assert.Equal(new Uri("mailto:chef@gavleborg.example.org"), entry.Organizer!.Value);
        Assert.Empty(entry.Attendees);
        var lines = Unfolded(Day);
        Assert.Contains("METHOD:PUBLISH", lines);
        Assert.Contains("DTSTART;VALUE=DATE:20260918", lines);
        Assert.Contains("DTEND;VALUE=DATE:20260919", lines);
        Assert.Contains("DTSTAMP:20260901T060005Z", lines);
        Assert.Contains("SEQUENCE:7", lines);
    }

    [Fact]
    public void A_last_day_that_no_longer_holds_is_withdrawn_under_the_same_identity()
    {
        var withdrawn = Parsed(Day with { IsWithdrawn = true, Sequence = 8 }, out _);

        Assert.Equal((Parsed(Day, out _).Uid, "CANCELLED", 8), (withdrawn.Uid, withdrawn.Status, withdrawn.Sequence));
    }

    [Fact]
    public void The_same_day_is_the_same_bytes() => Assert.Equal(LastDayCalendar.Write(Day), LastDayCalendar.Write(Day));

    [Theory]
    [MemberData(nameof(HostileNames))]
    public void Whatever_a_name_holds_the_lines_are_within_75_octets_and_the_entry_is_read_as_it_was_written(string name)
    {
        var day = Day with { Initiative = name, Period = name, Association = name };
        var bytes = LastDayCalendar.Write(day);

        // Strict decoding: a character cut by a fold would throw line by line.
        var strict = new UTF8Encoding(false, throwOnInvalidBytes: true);
        var text = strict.GetString(bytes);
        Assert.EndsWith("END:VCALENDAR\r\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', text.Replace("\r\n", "", StringComparison.Ordinal));
        Assert.DoesNotContain('\r', text.Replace("\r\n", "", StringComparison.Ordinal));
        foreach (var line in text.Split("\r\n"))
        {
            Assert.InRange(strict.GetByteCount(line), 0, 75);
        }

        Assert.Equal(1, Unfolded(day).Count(l => l.StartsWith("BEGIN:VEVENT", StringComparison.Ordinal)));
        Assert.DoesNotContain(Unfolded(day), l => l.StartsWith("BEGIN:VALARM", StringComparison.Ordinal) || l.StartsWith("ATTENDEE", StringComparison.Ordinal));
        var plain = new string([.. name.ReplaceLineEndings("\n").Where(c => c == '\n' || !char.IsControl(c))]);
        var entry = Parsed(day, out _);
        Assert.Equal($"Sista dag för rapporten: {plain}, {plain}", entry.Summary);
        Assert.Equal(Day.Date, entry.Start!.Date);
    }

    private static CalendarEvent Parsed(LastDay day, out Calendar calendar)
    {
        calendar = Calendar.Load(Encoding.UTF8.GetString(LastDayCalendar.Write(day)))!;
        return Assert.Single(calendar.Events);
    }

    private static string[] Unfolded(LastDay day) =>
        Encoding.UTF8.GetString(LastDayCalendar.Write(day)).Replace("\r\n ", "", StringComparison.Ordinal).Split("\r\n");
}
