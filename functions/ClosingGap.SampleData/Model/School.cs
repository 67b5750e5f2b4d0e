namespace ClosingGap.SampleData;

/// <summary>A school. <paramref name="Number"/> counts in the district, <paramref name="InBand"/> in its band, both from 0.</summary>
internal sealed record School(int Number, GradeBand Band, int InBand, string SourcedId, string Name, string Identifier, int PovertyPer100000);
