namespace ClosingGap.Domain.Suppression.Marking;

/// <summary>How a line can tell too much although enough students are suppressed in it.</summary>
internal enum LineDefectKind
{
    /// <summary>The range of a shown part is narrowed by the others.</summary>
    Part,

    /// <summary>The range of the total is narrowed by the parts.</summary>
    Total,

    /// <summary>The suppressed parts are seen to have hardly any outcomes.</summary>
    HiddenOutcomes,

    /// <summary>The suppressed parts are seen to have hardly any non-outcomes.</summary>
    HiddenNonOutcomes,
}
