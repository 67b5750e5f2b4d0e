using ClosingGap.Ingest.Profiles.Mapping;

namespace ClosingGap.Ingest.Profiles.Running.Values;

/// <summary>A code in canonical words.</summary>
internal sealed class BoundCodeMap(BoundValue of, CodeMap map, string target) : BoundValue(of.Origin)
{
    public override string? Evaluate(MappedRow row)
    {
        var code = of.Evaluate(row);
        if (code is null || row.IsOut)
        {
            return null;
        }

        if (map.Codes.TryGetValue(code, out var canonical))
        {
            return canonical.Length == 0 ? null : canonical;
        }

        switch (map.OnUnknown)
        {
            case UnknownCode.Keep:
                return code;
            case UnknownCode.Default:
                return map.Default;
            case UnknownCode.DropRow:
                row.Drop();
                return null;
            case UnknownCode.Blank:
                return null;
            default:
                row.RejectCode(code, Origin, target);
                return null;
        }
    }
}
