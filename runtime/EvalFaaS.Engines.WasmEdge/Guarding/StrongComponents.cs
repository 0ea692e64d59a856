namespace EvalFaaS.Engines.WasmEdge;

/// <summary>Strongly connected components (Tarjan, "Depth-first search and linear graph algorithms", 1972), without recursion of its own.</summary>
internal static class StrongComponents
{
    /// <summary>For each node the number, from 1, of the component in whose cycles it lies; 0 where no path leads from it back to it.</summary>
    public static int[] Cycles(IReadOnlyList<List<int>> successors)
    {
        var result = new int[successors.Count];
        var selfish = new bool[successors.Count];
        var order = new int[successors.Count];
        var low = new int[successors.Count];
        var open = new bool[successors.Count];
        var component = new Stack<int>();
        var path = new Stack<(int Node, int Next)>();
        var counter = 0;
        for (var root = 0; root < successors.Count; root++)
        {
            if (order[root] != 0) continue;
            path.Push((root, 0));
            while (path.TryPop(out var at))
            {
                var (node, next) = at;
                if (next == 0)
                {
                    order[node] = low[node] = ++counter;
                    open[node] = true;
                    component.Push(node);
                }
                else if (successors[node][next - 1] is var back && open[back])
                {
                    low[node] = Math.Min(low[node], low[back]);
                }

                while (next < successors[node].Count)
                {
                    var successor = successors[node][next++];
                    if (successor == node) selfish[node] = true;
                    if (order[successor] == 0)
                    {
                        path.Push((node, next));
                        path.Push((successor, 0));
                        next = int.MaxValue;
                    }
                    else if (open[successor])
                    {
                        low[node] = Math.Min(low[node], order[successor]);
                    }
                }

                if (next != int.MaxValue && low[node] == order[node]) Close(node, component, open, selfish[node], result);
            }
        }

        return result;
    }

    private static void Close(int node, Stack<int> component, bool[] open, bool selfish, int[] result)
    {
        var cyclic = selfish || component.Peek() != node;
        int member;
        do
        {
            member = component.Pop();
            open[member] = false;
            // The root's own number is as good a name as any.
            if (cyclic) result[member] = node + 1;
        }
        while (member != node);
    }
}
