namespace ClosingGap.Ingest.Tests.Fuzz;

/// <summary>One change of a package: of a file's text mostly, or of its files, or of the zip.</summary>
internal static class FuzzMutation
{
    private static readonly string[] s_names =
        ["users.csv", "USERS.csv", "Orgs.CSV", "orgs.csv", "manifest.csv", "x/users.csv", "a\\b.csv", "../x.csv", "/x.csv", "C:x.csv", "inner.zip", "_complete", "__MACOSX/._a", "notes.txt", "u\u202Esv.csv", "x\0.csv", "a/", ".", "attendance.csv", "results.csv", "roles.csv",
            "users/2026-01-02-22-00-00.csv", "USERS/2026-01-01-22-00-00.csv", "section=9/grades/x.csv", "section=/assignment=/submissions/x.csv", "users/part-3.csv", "submissions/a/b.csv"];

    /// <summary>Applies one change, which the seed alone determines.</summary>
    public static void Apply(FuzzDrop drop, int seed)
    {
        var random = new Random(seed);
        var kind = random.Next(20);
        if (kind >= 5 && drop.Files.Count > 0)
        {
            var at = random.Next(drop.Files.Count);
            drop.Files[at] = (drop.Files[at].Name, FuzzText.Change(random, drop.Files[at].Content));
        }
        else if (kind >= 2 || drop.Files.Count == 0)
        {
            OfFiles(drop, random);
        }
        else
        {
            drop.OfZip.Add(zip => OfZip(new Random(seed), zip));
        }
    }

    private static void OfFiles(FuzzDrop drop, Random random)
    {
        var name = s_names[random.Next(s_names.Length)];
        if (drop.Files.Count == 0)
        {
            drop.Files.Add((name, []));
            return;
        }

        var at = random.Next(drop.Files.Count);
        switch (random.Next(6))
        {
            case 0:
                drop.Files.RemoveAt(at);
                break;
            case 1:
                drop.Files.Add((name, drop.Files[at].Content));
                break;
            case 2:
                drop.Files[at] = (name, drop.Files[at].Content);
                break;
            case 3:
                drop.Files[at] = (drop.Files[at].Name, []);
                break;
            case 4:
                drop.Files.Add((random.Next(2) == 0 ? "inner.zip" : "users.csv", new FuzzDrop { Files = [.. drop.Files] }.ToZip()));
                break;
            default:
                var folder = random.Next(2) == 0 ? "export/" : "a/b/";
                for (var file = 0; file < drop.Files.Count; file++)
                {
                    drop.Files[file] = (folder + drop.Files[file].Name, drop.Files[file].Content);
                }

                break;
        }
    }

    private static byte[] OfZip(Random random, byte[] zip)
    {
        var kind = random.Next(7);
        if (zip.Length == 0 || kind == 0)
        {
            return [.. zip, .. random.GetItems<byte>([0, 0x50, 0x4B, 5, 6, 255], random.Next(100))];
        }

        var changed = zip.ToArray();
        var at = kind switch
        {
            1 or 2 => Math.Max(0, zip.Length - 1 - random.Next(22)),
            3 or 4 => Directory(zip, random),
            _ => random.Next(zip.Length),
        };
        if (kind == 5)
        {
            return zip[..at];
        }

        for (var count = random.Next(1, 5); count > 0 && at < changed.Length; count--)
        {
            changed[at++] = random.Next(3) switch { 0 => 0, 1 => 255, _ => (byte)random.Next(256) };
        }

        return changed;
    }

    /// <summary>A place in a header of the central directory, where there is one.</summary>
    private static int Directory(byte[] zip, Random random)
    {
        var at = zip.AsSpan().LastIndexOf("PK\x01\x02"u8);
        return at < 0 ? random.Next(zip.Length) : Math.Min(zip.Length - 1, at + random.Next(46));
    }
}
