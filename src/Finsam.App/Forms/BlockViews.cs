using Finsam.App.Forms.Blocks;
using Finsam.Domain.Templates;

namespace Finsam.App.Forms;

/// <summary>Which page part asks which kind of block. A new kind is a component in Blocks/ and a line here.</summary>
public static class BlockViews
{
    private static readonly Dictionary<Type, Type> Editors = new()
    {
        [typeof(MatrixBlock)] = typeof(MatrixEditor),
        [typeof(MeansBlock)] = typeof(MeansEditor),
        [typeof(GoalsBlock)] = typeof(GoalsEditor),
        [typeof(EconomyBlock)] = typeof(EconomyEditor),
        [typeof(StaffingBlock)] = typeof(RowsEditor),
        [typeof(ActivitiesBlock)] = typeof(RowsEditor),
        [typeof(FiguresBlock)] = typeof(FieldsEditor),
        [typeof(TextBlock)] = typeof(FieldsEditor),
        [typeof(ChoiceBlock)] = typeof(FieldsEditor),
        [typeof(AttachmentBlock)] = typeof(AttachmentEditor),
    };

    /// <summary>The component that asks a block.</summary>
    public static Type EditorOf(Block block) => Editors[block.GetType()];
}
