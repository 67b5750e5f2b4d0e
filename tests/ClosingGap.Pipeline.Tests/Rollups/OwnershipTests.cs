using ClosingGap.Pipeline.Rollups;

namespace ClosingGap.Pipeline.Tests.Rollups;

public sealed class OwnershipTests
{
    [Fact]
    public void OwnerOf_OfTwoThatLast_IsWhereTheStudentBeganLast() => Assert.Equal(2, Owner(Place(1, true, 10), Place(2, true, 20)));

    [Fact]
    public void OwnerOf_OfOneThatLastsAndOneThatEnded_IsTheOneThatLasts() => Assert.Equal(1, Owner(Place(1, true, 10), Place(2, false, 20, 30)));

    [Fact]
    public void OwnerOf_OfTwoThatEnded_IsTheOneThatEndedLast() => Assert.Equal(2, Owner(Place(1, false, 20, 30), Place(2, false, 10, 31)));

    [Fact]
    public void OwnerOf_OfEquals_IsTheFirstById()
    {
        Assert.Equal(3, Owner(Place(7, true, 10), Place(3, true, 10)));
        Assert.Equal(3, Owner(Place(3, false, 10, 20), Place(7, false, 12, 20)));
    }

    [Fact]
    public void OwnerOf_InAnyOrder_IsTheSame()
    {
        StudentPlace[] places = [Place(1, true, 10), Place(2, true, 12), Place(3, false, 15, 16), Place(4, true, 12)];
        Assert.Equal(2, Owner(places));
        Assert.Equal(2, Owner([.. places.Reverse()]));
    }

    private static int Owner(params StudentPlace[] places) => Ownership.OwnerOf(places).District;

    private static StudentPlace Place(int district, bool covers, int begin, int end = int.MaxValue) => new(1, district, covers, begin, end);
}
