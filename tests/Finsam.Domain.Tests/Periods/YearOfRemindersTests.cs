using System.Collections.Immutable;
using Finsam.Domain.Periods;

namespace Finsam.Domain.Tests.Periods;

/// <summary>A year of 80 associations with 25 initiatives each: late owners, reports sent back, contacts replaced, last days moved, nights without a run and
/// both clock changes. What the planner sends, looking only when it has said it would, is what somebody who looks at everything every hour and knows
/// nothing of the planner's code comes to by a calendar written by hand.</summary>
public sealed class YearOfRemindersTests
{
    private const int Associations = 80;
    private const int Initiatives = 25;

    private static readonly DateTimeOffset NewYear = new(2026, 12, 31, 23, 0, 0, TimeSpan.Zero);
    private const int Hours = 390 * 24;

    [Fact]
    public void A_year_of_reminders_is_what_the_calendar_written_by_hand_says()
    {
        var sent = 0;
        for (var association = 0; association < Associations; association++)
        {
            var random = new Random(association);
            var isDown = Outages(random);
            var pauses = random.Next(4) == 0 ? [] : ImmutableArray.Create(SendingPause.Summer, SendingPause.Christmas);
            foreach (var story in Enumerable.Range(0, Initiatives).SelectMany(_ => Story.Of(random)))
            {
                var planned = Planner.Run(story, new SendingCalendar(pauses), isDown);
                var expected = ByHand.Run(story, pauses.Length > 0, isDown);
                Assert.Equal(expected.Order(), planned.Order());
                sent += planned.Count;
            }
        }

        Assert.True(sent > 20_000, $"Only {sent} were sent: the stories are too quiet to prove anything.");
    }

    // Some single hours, some nights, and now and then several days without a run.
    private static bool[] Outages(Random random)
    {
        var down = new bool[Hours];
        for (var number = 0; number < 40; number++)
        {
            var (start, length) = (random.Next(Hours), number < 30 ? random.Next(1, 12) : random.Next(24, 96));
            Array.Fill(down, true, start, Math.Min(length, Hours - start));
        }

        return down;
    }

    /// <summary>A mail: the step's key, the contact, and the hour it went.</summary>
    private readonly record struct Mail(string Step, string Contact, int Hour) : IComparable<Mail>
    {
        public int CompareTo(Mail other) => (Hour, Step, Contact).CompareTo((other.Hour, other.Step, other.Contact));
    }

    /// <summary>What happens to a report, by the hour of the year.</summary>
    private sealed record Story(DateOnly Opens, DateOnly Due, DateOnly Closes, DateOnly Returned, ImmutableArray<ReminderStep> Steps, int Submitted, int SentBack, int Again, int Replaced, int Moved, int MovedDays)
    {
        private static readonly (int Month, int Due)[] Tertials = [(1, 20), (5, 24), (9, 28)];

        public static IEnumerable<Story> Of(Random random)
        {
            foreach (var (month, due) in Tertials)
            {
                var opens = new DateOnly(2027, month, 1).AddDays(random.Next(12));
                var last = SundayRule.Shift(opens.AddDays(due + random.Next(-8, 20)), (DeadlineShift)random.Next(3));
                var closes = last.AddDays(random.Next(15, 60));
                var opened = HourOf(opens);
                var submitted = random.Next(5) == 0 ? int.MaxValue : opened + random.Next(24, 24 * 50);
                var sentBack = submitted != int.MaxValue && random.Next(5) == 0 ? submitted + random.Next(1, 24 * 12) : int.MaxValue;
                var moved = random.Next(6) == 0 ? opened + random.Next(24 * 30) : int.MaxValue;
                yield return new Story(
                    opens, last, closes,
                    sentBack == int.MaxValue ? last : DateOnly.FromDateTime(NewYear.AddHours(sentBack + 24).DateTime).AddDays(random.Next(3, 15)),
                    StepsOf(random), submitted, sentBack,
                    sentBack == int.MaxValue || random.Next(4) == 0 ? int.MaxValue : sentBack + random.Next(1, 24 * 20),
                    random.Next(6) == 0 ? opened + random.Next(24 * 40) : int.MaxValue,
                    moved, random.Next(1, 25));
            }
        }

        // Nothing is left of a report this long after its opening.
        public IEnumerable<int> HoursOfInterest => Enumerable.Range(HourOf(Opens), Math.Min(Hours - HourOf(Opens), 170 * 24));

        public static int HourOf(DateOnly day) => (int)(SwedishTime.At(day, TimeOnly.MinValue) - NewYear).TotalHours;

        private static ImmutableArray<ReminderStep> StepsOf(Random random)
        {
            var at = () => new TimeOnly(random.Next(7, 19), 0);
            return
            [
                new("inbjudan", ReminderMoment.Opens, 0, at()),
                new("fore-10", ReminderMoment.BeforeDue, 10, at()),
                new("fore-3", ReminderMoment.BeforeDue, random.Next(1, 6), at()),
                new("sista-dagen", ReminderMoment.OnDue, 0, at()),
                new("efter", ReminderMoment.AfterDue, random.Next(1, 6), at()),
                new("efter-igen", ReminderMoment.AfterDue, random.Next(6, 12), at()),
                .. random.Next(2) == 0 ? [new ReminderStep("chef", ReminderMoment.Escalation, random.Next(3, 9), at())] : Array.Empty<ReminderStep>(),
            ];
        }
    }

    /// <summary>Where a report stands while its story is told, the same for both.</summary>
    private sealed class State(Story story)
    {
        public DateOnly Due { get; private set; } = story.Due;

        public DateOnly Closes { get; private set; } = story.Closes;

        public int Round { get; private set; }

        public DateTimeOffset? RoundFrom { get; private set; }

        public bool IsSent { get; private set; }

        public string Contact { get; private set; } = "kontakt";

        // What was to happen while everything was down happens when it is up.
        private readonly bool[] _done = new bool[5];

        /// <summary>Tells what has happened by the hour; true when it is something that is looked at at once.</summary>
        public bool Tell(int hour)
        {
            var look = false;
            if (First(0, story.Submitted, hour))
            {
                IsSent = true;
            }

            if (First(1, story.SentBack, hour) && IsSent)
            {
                IsSent = false;
                Again(story.Returned, hour);
                look = true;
            }

            if (First(2, story.Again, hour))
            {
                IsSent = true;
            }

            if (First(3, story.Replaced, hour))
            {
                Contact = "ersattare";
                look = true;
            }

            if (First(4, story.Moved, hour) && !IsSent)
            {
                Again(Due.AddDays(story.MovedDays), hour);
                look = true;
            }

            return look;
        }

        private bool First(int what, int at, int hour)
        {
            if (_done[what] || hour < at)
            {
                return false;
            }

            return _done[what] = true;
        }

        private void Again(DateOnly due, int hour) =>
            (Due, Closes, Round, RoundFrom) = (due, due > Closes ? due : Closes, Round + 1, NewYear.AddHours(hour));
    }

    /// <summary>The product's planner, with its index of dates: it looks at a report on the dates it has said, every hour of them, and at once when the chef
    /// does something.</summary>
    private static class Planner
    {
        public static HashSet<Mail> Run(Story story, SendingCalendar calendar, bool[] isDown)
        {
            var (state, keys, mails, look) = (new State(story), new HashSet<PlannedStep>(), new HashSet<Mail>(), (DateOnly?)story.Opens);
            foreach (var hour in story.HoursOfInterest)
            {
                if (isDown[hour])
                {
                    continue;
                }

                var now = NewYear.AddHours(hour);
                var today = SwedishTime.DateAt(now);
                if (state.Tell(hour))
                {
                    look = today;
                }

                if (look <= today)
                {
                    look = state.IsSent || now >= SwedishTime.EndOf(state.Closes) ? null : Look(now, hour);
                }
            }

            return mails;

            DateOnly? Look(DateTimeOffset now, int hour)
            {
                var schedule = new ReminderSchedule(story.Steps, story.Opens, state.Due, state.Round, state.RoundFrom, calendar);
                var unsent = ReminderPlan.Current(schedule, [(state.Contact, null)], ["avdelningschef"], now).Where(s => !keys.Contains(s)).ToArray();
                var isWaiting = unsent.Length > 0 && !calendar.IsSendingTime(now);
                foreach (var step in isWaiting ? [] : unsent)
                {
                    keys.Add(step);
                    mails.Add(new Mail(step.Step, step.Contact, hour));
                }

                return ReminderPlan.NextLook(schedule, isWaiting, now);
            }
        }
    }

    /// <summary>The table written by hand: its own holidays, its own clock, its own counting; looks at everything every hour.</summary>
    private static class ByHand
    {
        private static readonly HashSet<string> DaysOff =
        [
            "2027-01-01", "2027-01-06", "2027-03-26", "2027-03-28", "2027-03-29", "2027-05-01", "2027-05-06", "2027-05-16", "2027-06-06", "2027-06-25", "2027-06-26",
            "2027-11-06", "2027-12-24", "2027-12-25", "2027-12-26", "2027-12-31", "2028-01-01", "2028-01-06",
        ];

        private static bool IsWorkingDay(DateOnly day) => (int)day.DayOfWeek is >= 1 and <= 5 && !DaysOff.Contains($"{day:yyyy-MM-dd}");

        private static bool IsPause(DateOnly day) =>
            (day >= new DateOnly(2027, 7, 12) && day <= new DateOnly(2027, 8, 8)) || (day.Month == 12 && day.Day >= 23) || (day.Month == 1 && day.Day <= 6);

        // Summer time from 28 March to 31 October 2027, at one o'clock UTC.
        private static int OffsetAt(DateTime utc) => utc >= new DateTime(2027, 3, 28, 1, 0, 0) && utc < new DateTime(2027, 10, 31, 1, 0, 0) ? 2 : 1;

        private static DateTime Utc(DateOnly day, TimeOnly time) =>
            day.ToDateTime(time) is var wall && wall >= new DateTime(2027, 3, 28, 3, 0, 0) && wall < new DateTime(2027, 10, 31, 3, 0, 0) ? wall.AddHours(-2) : wall.AddHours(-1);

        public static HashSet<Mail> Run(Story story, bool hasPauses, bool[] isDown)
        {
            var (state, sent, mails) = (new State(story), new HashSet<(string, string)>(), new HashSet<Mail>());
            var (due, table) = (default(DateOnly), Array.Empty<(ReminderStep Step, DateTime At, DateOnly Day)>());
            foreach (var hour in story.HoursOfInterest)
            {
                if (isDown[hour])
                {
                    continue;
                }

                state.Tell(hour);
                if (due != state.Due)
                {
                    due = state.Due;
                    table = [.. story.Steps.Select(s => (s, DayOf(s)) is var (step, day) ? (step, Utc(day, step.At), day) : default)];
                }

                var utc = NewYear.AddHours(hour).UtcDateTime;
                var local = utc.AddHours(OffsetAt(utc));
                if (!state.IsSent && local < state.Closes.AddDays(1).ToDateTime(TimeOnly.MinValue) && IsSendingDay(DateOnly.FromDateTime(local)) && local.Hour is >= 7 and < 19)
                {
                    Send(s => s.When != ReminderMoment.Escalation, state.Contact, hour, utc);
                    Send(s => s.When == ReminderMoment.Escalation, "avdelningschef", hour, utc);
                }
            }

            return mails;

            bool IsSendingDay(DateOnly day) => IsWorkingDay(day) && !(hasPauses && IsPause(day));

            void Send(Func<ReminderStep, bool> kind, string contact, int hour, DateTime utc)
            {
                string? latest = null;
                var latestAt = DateTime.MinValue;
                foreach (var (step, at, day) in table)
                {
                    if (kind(step) && day >= story.Opens && at <= utc && at >= latestAt && !(state.RoundFrom?.UtcDateTime >= at))
                    {
                        (latest, latestAt) = (state.Round == 0 ? step.Id : $"{step.Id}~{state.Round}", at);
                    }
                }

                if (latest is not null && sent.Add((latest, contact)))
                {
                    mails.Add(new Mail(latest, contact, hour));
                }
            }

            DateOnly DayOf(ReminderStep step)
            {
                if (step.When == ReminderMoment.Opens)
                {
                    return Forward(story.Opens);
                }

                var day = state.Due;
                for (var left = step.WorkingDays; left > 0; left -= IsWorkingDay(day) ? 1 : 0)
                {
                    day = day.AddDays(step.When == ReminderMoment.BeforeDue ? -1 : 1);
                }

                if (step.When is ReminderMoment.AfterDue or ReminderMoment.Escalation || Forward(day) <= state.Due)
                {
                    return Forward(day);
                }

                while (!IsSendingDay(day))
                {
                    day = day.AddDays(-1);
                }

                return day;
            }

            DateOnly Forward(DateOnly day)
            {
                while (!IsSendingDay(day))
                {
                    day = day.AddDays(1);
                }

                return day;
            }
        }
    }
}
