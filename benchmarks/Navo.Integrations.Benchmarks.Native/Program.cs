using Navo.Integrations.Benchmarks;

#if BARE
await BareAnswer.RunAsync(new(args[1]));
#else
await (Whole.Find(args) ?? throw new ArgumentException($"No such command: {string.Join(' ', args)}."));
#endif
