using System.Globalization;
using System.Text;
using EvalFaaS.Execution;
using EvalFaaS.Model;
using EvalFaaS.Node.Problems;

namespace EvalFaaS.Node.Control;

/// <summary>A recording as comma-separated values: <c>at_s,function,duration_s,start_state,cause</c>, the time counting from the first arrival.</summary>
internal static class ArrivalsCsv
{
    private const string Header = "at_s,function,duration_s,start_state,cause";

    public static string Of(IReadOnlyList<ArrivalRecord> arrivals)
    {
        var text = new StringBuilder(Header).Append('\n');
        var origin = arrivals.Count > 0 ? arrivals[0].AtSeconds : 0;
        foreach (var arrival in arrivals)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"{arrival.AtSeconds - origin:0.######},{arrival.Function},{arrival.Seconds:0.#########},{WireName<StartState>.Of(arrival.StartState)},{WireName<ColdCause>.Of(arrival.Cause)}\n");
        }

        return text.ToString();
    }
}
