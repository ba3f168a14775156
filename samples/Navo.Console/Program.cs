using Navo.Console;

using CancellationTokenSource stop = new();
Console.CancelKeyPress += (_, key) =>
{
    key.Cancel = true;
    stop.Cancel();
};
Console.OutputEncoding = System.Text.Encoding.UTF8;
return await ConsoleApp.RunAsync(args, Console.Out, Console.Error, stop.Token);
