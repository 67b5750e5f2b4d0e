namespace ClosingGap.SampleData;

internal enum GradeBand
{
    Elementary,
    Middle,
    High,
}
