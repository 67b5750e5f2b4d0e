using System.Runtime.CompilerServices;
using ClosingGap.Domain.Roster;

namespace ClosingGap.Domain.Indicators;

/// <summary>
/// Remembers the sessions of a student's last marks: the rows of a student name few, mostly by the same string object, and a comparison of
/// references is cheaper than a look-up.
/// </summary>
internal struct RecentSessions(IReadOnlyDictionary<string, AcademicSession> sessions)
{
    private const int Remembered = 8;
    private Ids _ids;
    private Found _found;
    private int _next;

    /// <summary>The session of that id, or null.</summary>
    public AcademicSession? Find(string id)
    {
        for (var i = 0; i < Remembered; i++)
        {
            if (ReferenceEquals(_ids[i], id))
            {
                return _found[i];
            }
        }

        var session = sessions.GetValueOrDefault(id);
        (_ids[_next], _found[_next]) = (id, session);
        _next = (_next + 1) % Remembered;
        return session;
    }

    [InlineArray(Remembered)]
    private struct Ids
    {
        private string? _first;
    }

    [InlineArray(Remembered)]
    private struct Found
    {
        private AcademicSession? _first;
    }
}
