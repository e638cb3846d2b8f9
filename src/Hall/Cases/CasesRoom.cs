using Tongban.Hall.Cases.Clock;

namespace Tongban.Hall.Cases;

public static class CasesRoom
{
    public static IServiceCollection AddCases(this IServiceCollection services)
    {
        services.AddSingleton(WorkingDayCalendar.China);
        services.AddScoped<Applications>();
        services.AddScoped<Assurances>();
        services.AddScoped<CaseGrounds>();
        services.AddScoped<CaseDocuments>();
        services.AddScoped<CaseLetters>();
        services.AddScoped<ShownPages>();
        services.AddScoped<Submissions>();
        services.AddScoped<CaseFiles>();
        services.AddScoped<StaffCases>();
        services.AddScoped<AccessRecords>();
        return services.AddCaseRows();
    }
}
