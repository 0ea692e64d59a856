namespace EvalFaaS.Harness.Reports;

/// <summary>A drawn chart in a light and a dark form.</summary>
/// <param name="Name">Its file's name without ending.</param>
/// <param name="AlternativeText">What it shows, for those who do not see it.</param>
/// <param name="Width">Width, pixels.</param>
/// <param name="Height">Height, pixels.</param>
/// <param name="LightSvg">SVG for a light page.</param>
/// <param name="DarkSvg">SVG for a dark page.</param>
/// <param name="Png">PNG for a light page, at twice the size.</param>
internal sealed record Chart(string Name, string AlternativeText, int Width, int Height, string LightSvg, string DarkSvg, byte[] Png);
