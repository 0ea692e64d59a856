namespace EvalFaaS.Harness.Reports;

/// <summary>A chart, drawn when it is asked for.</summary>
/// <param name="Name">Its file's name without ending.</param>
/// <param name="AlternativeText">What it shows, for those who do not see it.</param>
/// <param name="Width">Width, pixels.</param>
/// <param name="Height">Height, pixels.</param>
/// <param name="Light">SVG for a light page.</param>
/// <param name="Dark">SVG for a dark page.</param>
/// <param name="Picture">PNG for a light page, at twice the size.</param>
internal sealed record Chart(string Name, string AlternativeText, int Width, int Height, Lazy<string> Light, Lazy<string> Dark, Lazy<byte[]> Picture)
{
    public string LightSvg => Light.Value;

    public string DarkSvg => Dark.Value;

    public byte[] Png => Picture.Value;
}
