using KnowledgeService;

await using WebApplication app = await KnowledgeApp.CreateAsync(args);
await app.RunAsync();
