using System.Security.Cryptography;
using Finsam.App.Access;
using Finsam.Documents.Word.Templates;

namespace Finsam.App.Drafts.WordTemplates;

/// <summary>Takes in an association's Word template, or takes it away. The same file again changes nothing.</summary>
public sealed class ChooseTemplate(IWordTemplateStore templates, TimeProvider clock)
{
    private const int LongestName = 120;

    /// <summary>Takes in a template.</summary>
    /// <returns>Why it is refused, in Swedish; null when it is in use.</returns>
    public async Task<string?> HandleAsync(string association, string file, byte[] content, Caller caller, CancellationToken cancellation)
    {
        var (template, refusal) = WordTemplate.Read(content);
        if (template is null)
        {
            return refusal;
        }

        try
        {
            TrialDraft.Write(association, template);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // Whatever it is that stops a draft from being written in it, it is better met here than when the board waits.
            return WordTemplateTexts.NotWritable;
        }

        await AddAsync(association, Convert.ToHexStringLower(SHA256.HashData(content)), NameOf(file), content, caller, cancellation);
        return null;
    }

    /// <summary>Takes the template away.</summary>
    public Task RemoveAsync(string association, Caller caller, CancellationToken cancellation) =>
        AddAsync(association, null, null, null, caller, cancellation);

    private async Task AddAsync(string association, string? hash, string? file, byte[]? content, Caller caller, CancellationToken cancellation)
    {
        while (true)
        {
            var choices = await templates.ListAsync(association, cancellation);
            if ((choices.IsEmpty ? null : choices[^1].Sha256) == hash)
            {
                return;
            }

            var choice = new WordTemplateChoice
            {
                Number = choices.Length + 1,
                At = clock.GetUtcNow(),
                Who = caller.Id,
                Name = caller.Person?.Name,
                File = file,
                Sha256 = hash,
            };
            if (await templates.AddAsync(association, choice, content, cancellation))
            {
                return;
            }
        }
    }

    // Some browsers send the whole path.
    private static string NameOf(string file)
    {
        var name = new string([.. file.Split('/', '\\')[^1].Where(c => !char.IsControl(c))]);
        return name.Length <= LongestName ? name : name[..LongestName];
    }
}
