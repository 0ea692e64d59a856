namespace EvalFaaS.Simulator.OneFunction;

/// <summary>What goes first among events of one time. A call at the last moment of a window is warm, and one at the moment of a load ahead finds it.</summary>
internal static class Ranks
{
    public const int Completion = 0;
    public const int Begin = 1;
    public const int PreWarm = 2;
    public const int Arrival = 3;
    public const int Delivery = 4;
    public const int Review = 5;
    public const int Expiry = 6;
    public const int NodeDown = 7;
    public const int NodeUp = 8;
    public const int Sample = 9;
    public const int Control = 10;
}
