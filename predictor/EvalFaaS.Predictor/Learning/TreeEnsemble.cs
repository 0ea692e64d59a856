using Microsoft.ML.Trainers.FastTree;

namespace EvalFaaS.Predictor.Learning;

/// <summary>
/// Boosted trees, flattened into arrays. ML.NET trains, saves and loads them; asked one moment at a time, its own prediction engine costs some twenty times as
/// much and may serve one thread only.
/// </summary>
internal sealed class TreeEnsemble : ILearnedForecaster
{
    private readonly int[] _roots;
    private readonly int[] _feature;
    private readonly float[] _threshold;
    private readonly int[] _lower;
    private readonly int[] _higher;
    private readonly double[] _leaves;
    private readonly double _bias;

    public TreeEnsemble(TreeEnsembleModelParametersBasedOnRegressionTree trained)
    {
        var ensemble = trained.TrainedTreeEnsemble;
        _bias = ensemble.Bias;
        _roots = new int[ensemble.Trees.Count];
        List<int> feature = [], lower = [], higher = [];
        List<float> threshold = [];
        List<double> leaves = [];
        for (var t = 0; t < _roots.Length; t++)
        {
            var tree = ensemble.Trees[t];
            int nodes = feature.Count, firstLeaf = leaves.Count;
            leaves.AddRange(tree.LeafValues.Select(value => value * ensemble.TreeWeights[t]));
            _roots[t] = tree.NumberOfNodes == 0 ? ~firstLeaf : nodes;
            for (var n = 0; n < tree.NumberOfNodes; n++)
            {
                feature.Add(tree.NumericalSplitFeatureIndexes[n]);
                threshold.Add(tree.NumericalSplitThresholds[n]);
                lower.Add(Place(tree.LeftChild[n]));
                higher.Add(Place(tree.RightChild[n]));
            }

            int Place(int child) => child < 0 ? ~(firstLeaf + ~child) : nodes + child;
        }

        (_feature, _threshold, _lower, _higher, _leaves) = ([.. feature], [.. threshold], [.. lower], [.. higher], [.. leaves]);
    }

    /// <inheritdoc/>
    public float Predict(ReadOnlySpan<float> features)
    {
        var sum = _bias;
        foreach (var root in _roots)
        {
            var at = root;
            while (at >= 0) at = features[_feature[at]] <= _threshold[at] ? _lower[at] : _higher[at];
            sum += _leaves[~at];
        }

        return (float)sum;
    }
}
