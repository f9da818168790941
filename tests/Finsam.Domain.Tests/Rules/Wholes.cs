using Finsam.Domain.Answers;
using Finsam.Domain.Rules;
using Finsam.Domain.Templates;

namespace Finsam.Domain.Tests.Rules;

/// <summary>What a matrix's rows owe its wholes, worked out once more and in another way: by looking at each cell.</summary>
internal static class Wholes
{
    public static IEnumerable<string> Expected(World world, MatrixBlock matrix)
    {
        var answers = world.WithSums;
        foreach (var column in matrix.Columns.Select(c => c.Id))
        {
            var rows = matrix.Rows.Select(r => r.Id).Where(r => !matrix.OwnMunicipalities || world.Initiative.Municipalities.IsEmpty || r is "a" or "c").ToArray();
            foreach (var (severity, whole) in Of(world, matrix, column, answers))
            {
                var given = rows.Select(r => $"{matrix.Id}.{r}.{column}").Where(k => answers[k] is Answer.Number).ToArray();
                var sum = 0m;
                foreach (var key in given)
                {
                    sum += ((Answer.Number)answers[key]!).Value;
                    if (matrix.RowsAre == MatrixRows.Overlapping && ((Answer.Number)answers[key]!).Value > whole)
                    {
                        yield return $"{severity} {key}";
                    }
                }

                var isWrong = given.Length == rows.Length ? sum != whole : sum > whole;
                if (matrix.RowsAre == MatrixRows.Parts && given.Length > 0 && isWrong)
                {
                    yield return $"{severity} {string.Join(' ', given)}";
                }
            }
        }
    }

    private static IEnumerable<(Severity Severity, decimal Whole)> Of(World world, MatrixBlock matrix, string column, AnswerSheet answers)
    {
        if (matrix.Base is not null && answers[$"{matrix.Id}.bas.{column}"] is Answer.Number(var all))
        {
            yield return (Severity.Error, all);
        }

        decimal total = 0;
        foreach (var row in matrix.Whole?.Rows ?? [])
        {
            // "rest" is a − b.
            string[] added = row.EndsWith(".rest", StringComparison.Ordinal) ? ["matris-0.a"] : [row];
            string[] taken = row.EndsWith(".rest", StringComparison.Ordinal) ? ["matris-0.b"] : [];
            if (added.Concat(taken).Any(r => answers[$"{r}.{column}"] is not Answer.Number))
            {
                yield break;
            }

            total += added.Sum(r => ((Answer.Number)answers[$"{r}.{column}"]!).Value) - taken.Sum(r => ((Answer.Number)answers[$"{r}.{column}"]!).Value);
        }

        if (matrix.Whole is not null)
        {
            yield return (matrix.Whole.Severity, total);
        }
    }
}
