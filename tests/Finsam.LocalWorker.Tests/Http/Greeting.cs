using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace Finsam.LocalWorker.Tests.Http;

/// <summary>A component, as a .razor file becomes.</summary>
public sealed class Greeting : ComponentBase
{
    [Parameter]
    public string Name { get; set; } = "";

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        builder.OpenElement(0, "p");
        builder.AddContent(1, $"Hej {Name}");
        builder.CloseElement();
    }
}
