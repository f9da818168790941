namespace Finsam.LocalWorker.LocalStorage;

/// <summary>The emulator's ports on 127.0.0.1; 0 means any free one.</summary>
/// <param name="Blob">Blob Storage.</param>
/// <param name="Queue">Queue Storage.</param>
/// <param name="Table">Table Storage.</param>
public sealed record AzuritePorts(int Blob, int Queue, int Table);
