using EvalFaaS.Studies.Forecasting;
using EvalFaaS.Studies.KeepAlive;
using EvalFaaS.Studies.Validation;

namespace EvalFaaS.Studies;

/// <summary>Every study that there is.</summary>
internal static class StudyCatalogue
{
    public static IReadOnlyList<IStudy> All { get; } = [new KeepAliveStudy(), new ForecastStudy(), new ValidationStudy()];

    public static IStudy? Find(string name) => All.FirstOrDefault(s => s.Name == name);
}
