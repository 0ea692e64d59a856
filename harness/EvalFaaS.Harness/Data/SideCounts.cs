namespace EvalFaaS.Harness.Data;

/// <summary>What became of a load beside the measured one: counted by itself, and in no figure of the measured requests.</summary>
/// <param name="Connections">Its connections, or requests at once.</param>
/// <param name="Ok">Requests answered rightly.</param>
/// <param name="Refused">Answered with another status.</param>
/// <param name="Wrong">Answered with another body, or with what is no HTTP.</param>
/// <param name="Lost">Whose connection could not be made, or was ended by the target before an answer.</param>
/// <param name="Timeout">Not answered in time.</param>
/// <param name="Cut">Still under way when the measured load ended.</param>
public sealed record SideCounts(long Connections, long Ok, long Refused, long Wrong, long Lost, long Timeout, long Cut)
{
    /// <summary>Requests begun.</summary>
    public long Issued => Ok + Refused + Wrong + Lost + Timeout + Cut;
}
