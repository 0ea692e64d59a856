namespace EvalFaaS.Harness.Tests.Statistics;

/// <summary>Random values for simulations.</summary>
internal static class Simulation
{
    public static double Normal(Random random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
