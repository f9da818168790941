using Finsam.App.Forms.Blocks;
using Finsam.Domain.Templates;

namespace Finsam.App.Forms;

/// <summary>Which page part asks which kind of block. A new kind is a component in Blocks/ and a line here.</summary>
public static class BlockViews
{
    private static readonly Dictionary<Type, Type> Editors = new()
    {
        [typeof(MatrixBlock)] = typeof(MatrixEditor),
        [typeof(GoalsBlock)] = typeof(GoalsEditor),
        [typeof(EconomyBlock)] = typeof(EconomyEditor),
        [typeof(ActivitiesBlock)] = typeof(ActivitiesEditor),
        [typeof(FiguresBlock)] = typeof(FieldsEditor),
        [typeof(TextBlock)] = typeof(FieldsEditor),
    };

    /// <summary>The component that asks a block.</summary>
    public static Type EditorOf(Block block) => Editors[block.GetType()];
}
