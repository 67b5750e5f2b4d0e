namespace ClosingGap.Ingest.Validation.Clean;

/// <summary>What is done with the cells of a form.</summary>
internal static class CleanForms
{
    /// <summary>True when the hash of a cell is taken as it is checked.</summary>
    public static bool IsHashedWhenRead(this CleanForm form) => form is CleanForm.Guid or CleanForm.PlainText;
}
