using ClosingGap.Domain.Suppression.Verification;

namespace ClosingGap.Domain.Suppression.Marking;

/// <summary>
/// Cells of which everybody can tell that nobody is judged there in a measure: empty cells that are shown, and the parts of a total that is known to be empty.
/// Another measure may suppress them; in this one there is nothing to protect.
/// </summary>
internal sealed class EmptyCells(CountTables tables, LineIndex lines)
{
    private readonly bool[][] _isKnown = [.. tables.Measures.Select(_ => new bool[tables.CellCount])];
    private readonly Stack<int> _open = new();

    public bool IsKnown(int measure, int cell) => _isKnown[measure][cell];

    /// <summary>Finds them anew.</summary>
    public void Find(Func<int, bool> isSuppressed)
    {
        for (var measure = 0; measure < _isKnown.Length; measure++)
        {
            var (cells, known) = (tables.Measures[measure].Cells, _isKnown[measure]);
            Array.Clear(known);
            for (var cell = 0; cell < cells.Count; cell++)
            {
                if (cells[cell].Students == 0 && !isSuppressed(cell))
                {
                    known[cell] = true;
                    _open.Push(cell);
                }
            }

            Spread(cells, known);
        }
    }

    private void Spread(IReadOnlyList<CountCell> cells, bool[] known)
    {
        while (_open.TryPop(out var total))
        {
            foreach (var line in lines.LinesOf(total))
            {
                if (line >= lines.OwnCount || lines.Total(line) != total)
                {
                    continue;
                }

                foreach (var part in lines.Parts(line))
                {
                    if (!known[part] && cells[part].Students == 0)
                    {
                        known[part] = true;
                        _open.Push(part);
                    }
                }
            }
        }
    }
}
