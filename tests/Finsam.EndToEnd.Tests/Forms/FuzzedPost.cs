using System.Text;
using Finsam.Domain.Templates;

namespace Finsam.EndToEnd.Tests.Forms;

/// <summary>A post as nobody's browser would send it, or nearly.</summary>
internal sealed class FuzzedPost
{
    private const string UrlEncoded = "application/x-www-form-urlencoded";

    private static readonly FormPart[] Parts = [.. AllKinds.Template.PartsFor(AllKinds.Initiative("x"))];
    private static readonly string[] PartIds = [.. Parts.Select(p => p.Id), "granska", "timmar@c", "x", "..", "%00", "å", "deltagare%2f", "timmar%40a"];
    private static readonly string[] Odd =
    [
        "", " ", "0", "-0", "1", "5", "12", "999999", "1000000", "-1", "1,5", "1.5", "1.234", "12 34", "1 234", "uppgift saknas", "saknas", "ja", "nej", "uppfylld", "viss-del", "2023-02-29",
        "2024-02-29", "12 mnkr", "99999999999999999999 mnkr", "−5", "5 kr", "٣٤", "1e5", "NaN", "0x10", "ä", "Text.", "62 deltagare", "٣٤ deltagare", "\u200b", "\ufeff5", "a\0b", "\u0001", "\r\n",
        "5\n6", "\u2028", "\ud83d\ude00", "</textarea><script>", "{0}", "=1+1", "19121212-1212", "Anna Andersson har diabetes", "a@b.se", "a@b", "a@b.se\r\nBcc: c@d.se", "x@[127.0.0.1]", "\"a\"@b.se",
        new string('x', 400), new string('9', 400), new string('x', 4001), new string('x', 20_001), new string('å', 2000),
    ];

    private static readonly string[] Actions = ["noll:deltagare", "saknas:timmar", "inga:deltagare", "stanna:bilaga", "stanna:\r\nX: y", "noll:å", "oversikt", "noll:a:b", ":", "stanna:\0"];
    private static readonly byte[][] Files = ["%PDF-1.7"u8.ToArray(), [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A], "MZ"u8.ToArray(), "PK\u0003\u0004"u8.ToArray(), "<svg/>"u8.ToArray(), []];
    private static readonly string[] Garbage = ["%", "%zz=%q", "&&&&", "=", "=5", "a", "a=%00", "%00=a", "a=%ED%A0%80", "a=%C0%AF%E0%80%AF", "a=%FF%FE", "a=%F0%9F", "+=+", "[]=1", "__proto__=1", "a[b]=c"];

    private readonly Random _random;
    private readonly string _page;
    private readonly byte[] _body;
    private readonly string? _type;

    public FuzzedPost(Random random, Func<string, int> revision)
    {
        _random = random;
        var isPart = random.Next(10) < 7;
        Part = isPart ? Any(random.Next(8) == 0 ? PartIds : [.. Parts.Where(p => !p.Blocks.IsEmpty).Select(p => p.Id)]) : null;
        _page = isPart ? $"del/{Part}" + (random.Next(2) == 0 ? "/spara" : "") : Any("granska", "skicka-vidare", "mottagare");
        (_body, _type) = random.Next(10) switch
        {
            < 5 => (Encoded(Fields(revision)), Any(UrlEncoded, UrlEncoded, UrlEncoded + "; charset=utf-8")),
            5 or 6 => Multipart(Fields(revision)),
            7 => (Mangled(Encoded(Fields(revision))), UrlEncoded),
            8 => (Encoding.UTF8.GetBytes(Any(Garbage) + "&" + Any(Garbage) + "&ekonomi.utfall=5"), Any(UrlEncoded, UrlEncoded + "; charset=utf-16", UrlEncoded + "; charset=utf-7", UrlEncoded + "; charset=x-nej", UrlEncoded + "; charset=\"", UrlEncoded + "; charset=iso-8859-1")),
            _ => Other(),
        };
    }

    /// <summary>The part it is sent to; null for other pages.</summary>
    public string? Part { get; }

    /// <summary>True for more than is taken in.</summary>
    public bool IsLarge => _body.Length > 1024 * 1024;

    public HttpRequestMessage Request(string home)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, $"{home}/{_page}") { Content = new ByteArrayContent(_body) };
        if (_type is not null)
        {
            request.Content.Headers.TryAddWithoutValidation("Content-Type", _type);
        }

        return request;
    }

    public override string ToString() => $"{_page} {_type} {_body.Length} bytes: {Convert.ToHexString(_body.AsSpan(0, Math.Min(_body.Length, 40)))} {Encoding.Latin1.GetString(_body.AsSpan(0, Math.Min(_body.Length, 300)))}";

    private string Any(params string[] some) => some[_random.Next(some.Length)];

    private List<(string Name, string Value)> Fields(Func<string, int> revision)
    {
        var fields = new List<(string, string)>();
        if (Part is null)
        {
            fields.AddRange([("namn", Any(Odd)), ("epost", Any("a@b.se", Any(Odd))), ("meddelande", Any(Odd)), ("byt", Any("ja", "nej", Any(Odd)))]);
            fields.AddRange(Enumerable.Range(0, _random.Next(3)).Select(_ => ("del." + Any(PartIds), "ja")));
            fields.AddRange(Enumerable.Range(0, _random.Next(3)).Select(_ => ("_forklaring.krav:ekonomi.kommentar", Any(Odd))));
            if (_random.Next(20) == 0)
            {
                fields.Add(("ta-tillbaka", Any("vidare-1", Any(Odd))));
            }
        }
        else
        {
            fields.Add(("_revision", _random.Next(4) == 0 ? Any(Odd) : $"{revision(Part)}"));
            var own = Parts.FirstOrDefault(p => p.Id == Part)?.FieldsFor(AllKinds.Initiative("x")).ToArray() ?? [];
            foreach (var field in own.Where(_ => _random.Next(3) > 0))
            {
                var value = Likely(field);
                fields.AddRange([(field.Key, value), ("_visade." + field.Key, _random.Next(2) == 0 ? value : Any(Odd))]);
            }

            if (_random.Next(4) == 0)
            {
                fields.Add(("_gor", Any(Actions)));
            }
        }

        var keys = AllKinds.Fields.Keys.ToArray();
        fields.AddRange(Enumerable.Range(0, _random.Next(4)).Select(_ => (Any("", "_visade.", "_spara-anda.", "_ta-bort.", "x") + Any(keys), Any(Odd))));
        fields.AddRange(fields.Where(_ => _random.Next(20) == 0).Select(f => (_random.Next(2) == 0 ? f.Item1 : f.Item1.ToUpperInvariant(), Any(Odd))).ToArray());
        return fields;
    }

    private string Likely(Field field) => _random.Next(3) == 0 ? Any(Odd) : field.Kind switch
    {
        FieldKind.Choice => field.Choices[_random.Next(field.Choices.Length)].Id,
        FieldKind.Flag => Any("ja", ""),
        FieldKind.Date => "2023-05-01",
        FieldKind.Quantity => $"{_random.Next(50)},{_random.Next(100):D2}",
        _ => $"{_random.Next(50)}",
    };

    private static byte[] Encoded(IEnumerable<(string Name, string Value)> fields) =>
        Encoding.ASCII.GetBytes(string.Join('&', fields.Select(f => Uri.EscapeDataString(f.Name) + "=" + Uri.EscapeDataString(f.Value))));

    private (byte[] Body, string Type) Multipart(List<(string Name, string Value)> fields)
    {
        var body = new MemoryStream();
        void Write(string text) => body.Write(Encoding.UTF8.GetBytes(text));
        foreach (var (name, value) in fields)
        {
            Write($"--grans\r\nContent-Disposition: form-data; name=\"{name.Replace("\"", "", StringComparison.Ordinal)}\"\r\n{(_random.Next(20) == 0 ? "Content-Type: text/plain; charset=utf-16\r\n" : "")}\r\n{value}\r\n");
        }

        for (var n = _random.Next(3); n > 0; n--)
        {
            Write($"--grans\r\nContent-Disposition: form-data; name=\"{Any("_fil.bilaga", "_fil.bilaga", "_fil.", "x")}\"; filename=\"{Any("a.pdf", "..\\..\\a.exe", "å\u202efdp.exe", new string('n', 300), "")}\"\r\nContent-Type: {Any("application/pdf", "text/html", "x")}\r\n\r\n");
            body.Write(Files[_random.Next(Files.Length)]);
            Write("\r\n");
        }

        Write("--grans--\r\n");
        var bytes = _random.Next(5) == 0 ? Mangled(body.ToArray()) : body.ToArray();
        return (bytes, Any("multipart/form-data; boundary=\"grans\"", "multipart/form-data; boundary=grans", "multipart/form-data", "multipart/form-data; boundary=" + new string('g', 200)));
    }

    // Cut off, with a piece taken away, or with bytes changed.
    private byte[] Mangled(byte[] body)
    {
        var at = _random.Next(body.Length + 1);
        switch (_random.Next(3))
        {
            case 0:
                return body[..at];
            case 1:
                return [.. body[..at], .. body[Math.Min(body.Length, at + _random.Next(50))..]];
            default:
                for (var n = 0; n < 5 && body.Length > 0; n++)
                {
                    body[_random.Next(body.Length)] = (byte)_random.Next(256);
                }

                return body;
        }
    }

    private (byte[] Body, string? Type) Other()
    {
        switch (_random.Next(40))
        {
            case 0:
                return (Encoding.ASCII.GetBytes("kommentar.text=" + new string('x', _random.Next(900_000, 1_200_000))), UrlEncoded);
            case < 4:
                return (Encoding.ASCII.GetBytes(string.Join('&', Enumerable.Range(0, _random.Next(3500, 4500)).Select(n => $"f{n}=1"))), UrlEncoded);
            case < 8:
                return (Encoding.ASCII.GetBytes(new string('k', _random.Next(1000, 5000)) + "=5"), UrlEncoded);
            case < 20:
                return (Encoding.UTF8.GetBytes("{\"ekonomi.utfall\":5}"), Any("application/json", "text/json; charset=utf-16", "application/json; charset=x"));
            case < 30:
                return ([], Any(UrlEncoded, "multipart/form-data; boundary=x", "text/plain"));
            default:
                var noise = new byte[_random.Next(2000)];
                _random.NextBytes(noise);
                return (noise, _random.Next(4) == 0 ? null : Any(UrlEncoded, "multipart/form-data; boundary=x", "multipart/mixed; boundary=x", "text/plain", ";", "/"));
        }
    }
}
