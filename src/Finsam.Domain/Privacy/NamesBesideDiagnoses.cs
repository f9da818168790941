namespace Finsam.Domain.Privacy;

/// <summary>Finds names that stand in the same sentence as a word of diagnosis or ill-health, or within some words of one.</summary>
internal static class NamesBesideDiagnoses
{
    // "Anna har varit hos oss sedan i våras. Hon har fått diagnosen …": a sentence or two.
    private const int NearInWords = 12;

    public static IEnumerable<PersonalDataFinding> Find(string text)
    {
        var words = Word.Of(text);
        var health = Enumerable.Range(0, words.Count).Where(i => HealthWord.Is(words[i].Text, i + 1 < words.Count ? words[i + 1].Text : null)).ToArray();
        if (health.Length == 0)
        {
            yield break;
        }

        // The nearest word of ill-health on either side decides, so one pass through both is enough.
        var next = 0;
        for (var i = 0; i < words.Count; i++)
        {
            while (next < health.Length && health[next] < i)
            {
                next++;
            }

            var length = PersonName.LengthAt(words, i);
            if (length == 0)
            {
                continue;
            }

            if ((next > 0 && IsNear(words, health[next - 1], i)) || (next < health.Length && IsNear(words, i + length - 1, health[next])))
            {
                yield return new PersonalDataFinding(PersonalDataKind.NameBesideDiagnosis, text[words[i].Start..words[i + length - 1].End], words[i].Start);
            }

            i += length - 1;
        }
    }

    private static bool IsNear(List<Word> words, int before, int after) => words[before].Sentence == words[after].Sentence || after - before <= NearInWords;
}
