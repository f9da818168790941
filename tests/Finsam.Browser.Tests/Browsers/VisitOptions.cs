namespace Finsam.Browser.Tests.Browsers;

/// <summary>Who visits: with which screen, and what the browser can do.</summary>
public sealed record VisitOptions
{
    /// <summary>A desktop.</summary>
    public static VisitOptions Desktop { get; } = new();

    /// <summary>The narrowest screen that WCAG asks for, tapped with a finger.</summary>
    public static VisitOptions Phone { get; } = new() { Screen = Screen.Narrow, Touch = true };

    /// <summary>The size of the window.</summary>
    public Screen Screen { get; init; } = Screen.Wide;

    /// <summary>A finger and no mouse.</summary>
    public bool Touch { get; init; }

    /// <summary>Whether the page's scripts run.</summary>
    public bool Scripts { get; init; } = true;

    /// <summary>Starts without network; see also <see cref="Visit.OfflineAsync"/>.</summary>
    public bool Offline { get; init; }
}

/// <summary>A window's size in CSS pixels.</summary>
/// <param name="Width">Its width.</param>
/// <param name="Height">Its height.</param>
public sealed record Screen(int Width, int Height)
{
    /// <summary>A window on a desktop.</summary>
    public static Screen Wide { get; } = new(1100, 900);

    /// <summary>A small phone, or a desktop at 400 per cent (WCAG 1.4.10).</summary>
    public static Screen Narrow { get; } = new(320, 640);
}
