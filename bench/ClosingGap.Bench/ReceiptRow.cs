namespace ClosingGap.Bench;

/// <summary>The time from the end of the upload to the receipt, of several drops of one kind.</summary>
/// <param name="End">How they ended.</param>
/// <param name="Students">Students of the district.</param>
/// <param name="Median">The median, in seconds.</param>
/// <param name="Longest">The longest, in seconds.</param>
internal sealed record ReceiptRow(string End, int Students, double Median, double Longest);
