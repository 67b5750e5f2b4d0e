namespace ClosingGap.Pipeline.Computing;

/// <summary>Gives what a made value holds, if anything.</summary>
internal delegate bool TryGive<in T, TGiven>(T made, out TGiven value);
