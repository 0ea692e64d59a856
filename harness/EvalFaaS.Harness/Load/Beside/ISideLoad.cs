namespace EvalFaaS.Harness.Load;

/// <summary>A load beside the one that is measured. What becomes of it is counted by itself, and never mixed with the measured requests.</summary>
/// <typeparam name="T">What it tells of itself at its end.</typeparam>
public interface ISideLoad<T>
{
    /// <summary>Runs until it is told that the other one is over.</summary>
    /// <param name="begun">Called once, as soon as it is as it is meant to be: the other load may then begin.</param>
    /// <param name="over">The other load has ended; what is under way then counts as <see cref="LoadOutcome.Cut"/>.</param>
    Task<T> RunAsync(Action begun, CancellationToken over);
}
