namespace EvalFaaS.Harness.Load;

/// <summary>A rate of requests that changes over time: the rate itself, its integral, and the integral's inverse, all exact.</summary>
public interface IRate
{
    /// <summary>Requests a second at a moment, in seconds from the load's begin.</summary>
    double At(double seconds);

    /// <summary>Requests expected until a moment: the integral of the rate.</summary>
    double CountUntil(double seconds);

    /// <summary>The moment at which so many are expected, seconds; infinite where it is never reached.</summary>
    double TimeOf(double count);
}
