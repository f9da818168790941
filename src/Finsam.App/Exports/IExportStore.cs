namespace Finsam.App.Exports;

/// <summary>Where the nights' exports are kept: yyyy/MM/dd/file.</summary>
public interface IExportStore
{
    /// <summary>A file that can be written to. It is there once the stream is closed, whole; an older one of that name is then replaced.</summary>
    Task<Stream> CreateAsync(DateOnly night, string file, CancellationToken cancellation);

    /// <summary>Says that a file is finished, and what it holds.</summary>
    Task FinishAsync(DateOnly night, ExportedFile file, CancellationToken cancellation);

    /// <summary>What a file holds, or null when it is not there or not finished.</summary>
    Task<ExportedFile?> FindAsync(DateOnly night, string file, CancellationToken cancellation);

    /// <summary>A night's files.</summary>
    IExportFiles Files(DateOnly night);

    /// <summary>The last night whose export was finished; null when there is none.</summary>
    Task<DateOnly?> LastNightAsync(CancellationToken cancellation);
}

/// <summary>One night's files, wherever they are.</summary>
public interface IExportFiles
{
    /// <summary>A file's bytes, or null when there is none of that name.</summary>
    Task<Stream?> OpenAsync(string file, CancellationToken cancellation);
}
