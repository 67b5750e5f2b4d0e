using Microsoft.Data.Sqlite;

namespace ClosingGap.LocalRuntime.State;

/// <summary>Reads and writes the state of timers by the function's name.</summary>
internal static class TimerStates
{
    public static Task<TimerState?> ReadTimerAsync(this RuntimeStateStore store, string function, CancellationToken cancellationToken) =>
        store.UseAsync(
            connection =>
            {
                using var command = connection.CreateCommand();
                command.CommandText = "SELECT schedule, last, next, updated FROM timers WHERE function = $function";
                command.Parameters.AddWithValue("$function", function);
                using var row = command.ExecuteReader();
                return row.Read() ? new TimerState(row.GetString(0), Utc(row, 1), Utc(row, 2), Utc(row, 3)) : null;
            },
            cancellationToken);

    public static Task WriteTimerAsync(this RuntimeStateStore store, string function, TimerState state, CancellationToken cancellationToken) =>
        store.UseAsync(
            connection =>
            {
                using var command = connection.CreateCommand();
                command.CommandText = "INSERT OR REPLACE INTO timers (function, schedule, last, next, updated) VALUES ($function, $schedule, $last, $next, $updated)";
                command.Parameters.AddWithValue("$function", function);
                command.Parameters.AddWithValue("$schedule", state.Schedule);
                command.Parameters.AddWithValue("$last", state.Last.Ticks);
                command.Parameters.AddWithValue("$next", state.Next.Ticks);
                command.Parameters.AddWithValue("$updated", state.Updated.Ticks);
                return command.ExecuteNonQuery();
            },
            cancellationToken);

    private static DateTime Utc(SqliteDataReader row, int column) => new(row.GetInt64(column), DateTimeKind.Utc);
}
