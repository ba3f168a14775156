using System.Text.Json.Serialization;

namespace Navo.Integrations.EnterpriseGpt.Api.Wire;

/// <summary>The wire's JSON, generated. What is read in answers has setters: the generator reads members with init by way of a constructor, which takes a third longer.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    NumberHandling = JsonNumberHandling.AllowReadingFromString)]
[JsonSerializable(typeof(ResponsesRequestDto))]
[JsonSerializable(typeof(ResponseDto))]
[JsonSerializable(typeof(ResponseEventDto))]
[JsonSerializable(typeof(ChatRequestDto))]
[JsonSerializable(typeof(ChatCompletionDto))]
[JsonSerializable(typeof(ModelDto))]
[JsonSerializable(typeof(ModerationRequestDto))]
[JsonSerializable(typeof(ModerationDto))]
[JsonSerializable(typeof(VectorStoreDto))]
[JsonSerializable(typeof(StoreSearchRequestDto))]
[JsonSerializable(typeof(StoreSearchDto))]
[JsonSerializable(typeof(StoreFileDto))]
[JsonSerializable(typeof(FileContentDto))]
[JsonSerializable(typeof(FileDto))]
[JsonSerializable(typeof(UsagePageDto))]
[JsonSerializable(typeof(DataRetentionDto))]
internal sealed partial class OpenAiJson : JsonSerializerContext;
