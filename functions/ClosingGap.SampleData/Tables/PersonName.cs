namespace ClosingGap.SampleData;

/// <summary>Invented names, joined at random from two lists.</summary>
internal readonly record struct PersonName(string Given, string Family)
{
    private static readonly string[] Givens =
    [
        "Amara", "Bruno", "Camila", "Dario", "Elif", "Farid", "Greta", "Hugo", "Imani", "Jonas", "Keiko", "Luca", "Maya", "Nadia", "Omar",
        "Priya", "Quentin", "Rosa", "Soren", "Talia", "Uriel", "Vera", "Wyatt", "Ximena", "Yusuf", "Zoe", "Noé", "Anaïs", "Mei-Lin", "D'Andre",
    ];

    private static readonly string[] Families =
    [
        "Abbott", "Baptiste", "Castellanos", "Delgado", "Eriksen", "Fontaine", "Gupta", "Holloway", "Ibarra", "Jankowski", "Kimura", "Lindqvist",
        "Morales", "Nguyen", "Okafor", "Peña", "Quarles", "Reyes", "Sandoval", "Tran", "Underwood", "Villanueva", "Whitaker", "Xiong", "Yarborough",
        "Zamora", "O'Malley", "St. John", "Müller", "García-López",
    ];

    public static PersonName Draw(int seed, RandomPurpose purpose, int number)
    {
        var rng = new KeyedRandom(seed, purpose, number);
        return new PersonName(Givens[rng.Below(Givens.Length)], Families[rng.Below(Families.Length)]);
    }
}
